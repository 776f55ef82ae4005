namespace CoachBot.Pictures;

/// <summary>Where the host is reached from outside: channels that fetch pictures themselves need a whole address.</summary>
/// <param name="PublicUrl">Ends with "/"; null when it was not set.</param>
/// <param name="OwnPageChannel">The channel whose page comes from this host, so that a path is enough; null for none.</param>
internal sealed record PictureOptions(Uri? PublicUrl, string? OwnPageChannel)
{
    /// <exception cref="SettingsException">The address is no http or https address.</exception>
    public static PictureOptions Read(IConfiguration configuration, string? ownPageChannel)
    {
        if (configuration["Coach:PublicUrl"] is not { Length: > 0 } written)
            return new PictureOptions(null, ownPageChannel);

        return Uri.TryCreate(written.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url is { Scheme: "https" or "http", Query: "", Fragment: "" }
            ? new PictureOptions(url, ownPageChannel)
            : throw new SettingsException($"Coach:PublicUrl is '{written}'; it must be this host's address as others reach it, such as https://coach.example.");
    }
}

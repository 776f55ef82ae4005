namespace CoachBot.Channels.DirectLine;

/// <summary>The settings below <c>DirectLine</c>: who may open a web chat.</summary>
internal sealed record DirectLineOptions(string? Secret, IReadOnlyList<string> AllowedOrigins, bool Enabled)
{
    public const int ShortestSecret = 16;

    /// <summary>
    /// Reads and checks the settings. <c>AllowedOrigins</c> is a list, or one string with commas or blanks between the origins.
    /// </summary>
    /// <exception cref="SettingsException">A setting is unusable, or web chat would be open to anyone; one sentence for the operator.</exception>
    public static DirectLineOptions Read(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection("DirectLine");
        var secret = string.IsNullOrWhiteSpace(section["Secret"]) ? null : section["Secret"];
        var enabled = !bool.TryParse(section["Enabled"], out var value) || value;

        if (enabled && secret is null && !isDevelopment)
        {
            throw new SettingsException(
                "Web chat needs DirectLine:Secret outside Development; set it (16 characters or more), or switch web chat off with DirectLine:Enabled=false.");
        }

        if (secret is { Length: < ShortestSecret })
            throw new SettingsException($"DirectLine:Secret has {secret.Length} characters; it needs {ShortestSecret} or more.");

        return new DirectLineOptions(secret, [.. Origins(section.GetSection("AllowedOrigins"))], enabled);
    }

    private static IEnumerable<string> Origins(IConfigurationSection section)
    {
        var listed = section.Value is { } line
            ? line.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : section.GetChildren().Select(child => child.Value ?? "");
        return listed.Select(Origin).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static string Origin(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", AbsolutePath: "/", Query: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new SettingsException(
                $"DirectLine:AllowedOrigins holds '{written}'; an origin is a scheme and a host, such as https://club.example.");
}

using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>Who calls, as far as a valid token says; what it may say depends on the activity too.</summary>
/// <param name="Family">Which kind of token it has; null for a developer on this machine, who needs none.</param>
/// <param name="ServiceUrl">The only address that it may speak for; null if the token names none.</param>
/// <param name="Endorsements">The channels that its key may speak as; null where keys carry none.</param>
internal sealed record VerifiedCaller(TokenFamily? Family, string? ServiceUrl, IReadOnlyList<string>? Endorsements)
{
    public static VerifiedCaller Developer { get; } = new(null, null, null);

    /// <summary>Why this caller may not deliver this activity; null if it may.</summary>
    public string? Objection(Activity activity, TrustedServices services, IReadOnlyList<string> requiredEndorsements)
    {
        if (services.Admit(activity.ServiceUrl) is not { } address)
            return $"serviceUrl '{activity.ServiceUrl}' is not that of a Connector known here.";
        if (Family is TokenFamily.Channel && ServiceUrl is null)
            return "The token names no serviceurl.";
        if (ServiceUrl is not null && TrustedServices.Normalise(ServiceUrl) != address)
            return "The token is for another serviceurl than the activity's.";
        if (Family is not TokenFamily.Channel)
            return null;

        return requiredEndorsements.Append(activity.ChannelId).FirstOrDefault(wanted => !IsEndorsed(wanted)) is { } missing
            ? $"The token's key is not endorsed for '{missing}'."
            : IsEndorsed(activity.ChannelId) ? null : "The activity names no channel.";
    }

    private bool IsEndorsed(string? wanted) =>
        !string.IsNullOrEmpty(wanted) && Endorsements?.Contains(wanted, StringComparer.Ordinal) == true;
}

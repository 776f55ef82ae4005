using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Coaching.WatchFiles;

public enum WatchFileProblem
{
    None,

    /// <summary>No GPX, TCX or FIT file: a picture, a document.</summary>
    OtherKind,

    /// <summary>Broken, cut off, or made to do harm.</summary>
    Unreadable,

    /// <summary>A route or a day without a session in it.</summary>
    NoSession,

    TooLarge,

    /// <summary>It lies where the coach does not fetch from.</summary>
    NotFetched,
}

/// <summary>What is kept of a file that a runner sent: the session in it, or why there is none.</summary>
public sealed record WatchFile
{
    private const string ContentType = "application/vnd.coachbot.watch-file+json";

    [JsonConverter(typeof(JsonStringEnumConverter<WatchFileProblem>))]
    public WatchFileProblem Problem { get; init; }

    public WatchSession? Session { get; init; }

    public static WatchFile Without(WatchFileProblem problem) => new() { Problem = problem };

    public Attachment ToAttachment() => new(ContentType, content: StateJson.ToNode(this));

    /// <summary>Of the first file that a channel read; null when there is none. A client may write one itself, so its values are checked again.</summary>
    public static WatchFile? In(Activity activity)
    {
        var attachment = activity.Attachments?.FirstOrDefault(one => one?.ContentType == ContentType);
        if (attachment is null)
            return null;

        try
        {
            var file = StateJson.Convert<WatchFile>(attachment.Content);
            return file?.Session is { } session && session.Believed() is { } believed ? new WatchFile { Session = believed }
                : Without(file?.Problem is { } problem and not WatchFileProblem.None ? problem : WatchFileProblem.Unreadable);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return Without(WatchFileProblem.Unreadable);
        }
    }
}

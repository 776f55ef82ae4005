using System.Net;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>How a call to a Connector ended.</summary>
internal enum ConnectorOutcome
{
    Done,

    /// <summary>It left, and whether it took effect nobody knows.</summary>
    Unknown,

    /// <summary>Surely without effect; a later try may do.</summary>
    Later,

    /// <summary>The bot may not speak here any more: it was blocked, removed, or switched off by an administrator.</summary>
    Ended,

    /// <summary>There is no such conversation (any more).</summary>
    NotFound,

    TooBig,

    /// <summary>Wrong in itself; another try would fare no better.</summary>
    Refused,
}

/// <param name="Outcome">How it ended.</param>
/// <param name="Code">The service's own word for a failure.</param>
/// <param name="Id">Of what was made, where the service names it.</param>
internal sealed record ConnectorAnswer(ConnectorOutcome Outcome, string? Code = null, string? Id = null)
{
    /// <summary>What a status that no retry would change means.</summary>
    public static ConnectorOutcome Classify(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.NoContent => ConnectorOutcome.Done,
        HttpStatusCode.Unauthorized or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests => ConnectorOutcome.Later,
        HttpStatusCode.Forbidden => ConnectorOutcome.Ended,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => ConnectorOutcome.NotFound,
        HttpStatusCode.RequestEntityTooLarge => ConnectorOutcome.TooBig,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => ConnectorOutcome.Unknown,
        _ => ConnectorOutcome.Refused,
    };
}

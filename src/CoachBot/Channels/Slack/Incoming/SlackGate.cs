using System.Text.Json;

namespace CoachBot.Channels.Slack.Incoming;

/// <summary>Lets in what Slack signed and can be read, and answers everyone else.</summary>
internal sealed class SlackGate(SlackSignature signature, IHostApplicationLifetime lifetime, ILogger<SlackGate> log)
{
    /// <summary>The request, or the answer to one that is not let in or needs nothing done.</summary>
    public async Task<(SlackRequest? Request, IResult? Answer)> AdmitAsync(HttpContext context)
    {
        if (await RequestBytes.ReadAsync(context.Request, SlackRequest.LimitBytes) is not { } body)
            return (null, Results.StatusCode(StatusCodes.Status413PayloadTooLarge));

        var contentType = context.Request.ContentType;
        if (SlackRequest.IsCertificateCheck(body, contentType))
            return (null, Results.Ok());
        if (signature.Objection(context.Request.Headers, body) is { } objection)
        {
            Log.SlackRequestRefused(log, objection);
            return (null, Results.StatusCode(StatusCodes.Status401Unauthorized));
        }

        // Slack comes again, and meets another instance or the next one.
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return (null, Results.StatusCode(StatusCodes.Status503ServiceUnavailable));

        try
        {
            return (SlackRequest.Parse(body, contentType), null);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            return (null, Results.StatusCode(StatusCodes.Status400BadRequest));
        }
    }
}

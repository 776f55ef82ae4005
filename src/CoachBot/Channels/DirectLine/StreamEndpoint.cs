using System.Net.WebSockets;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary><c>conversations/{id}/stream</c>: first what the log holds after the watermark, then what comes, without a gap between.</summary>
internal sealed class StreamEndpoint(
    TurnEngine engine, DirectLineChannel channel, DirectLineTokens tokens, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan SlowestSend = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    public async Task<IResult> OpenAsync(HttpContext context, string conversationId, string? watermark, string? t)
    {
        if (t is null)
            return DirectLineErrors.NoCredentials();
        if (await tokens.ReadAsync(TokenPurpose.Stream, t) is not { } binding)
            return DirectLineErrors.BadCredentials();
        if (binding.ConversationId != conversationId)
            return DirectLineErrors.OtherConversation();
        if (!context.WebSockets.IsWebSocketRequest)
            return DirectLineErrors.BadArgument("Open this address with a WebSocket.");

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var sending = SendAsync(socket, conversationId, ActivitySets.ReadWatermark(watermark), ended.Token);
        var listening = ListenAsync(socket);
        await Task.WhenAny(sending, listening);
        await ended.CancelAsync();
        await sending;
        await CloseAsync(socket, listening);
        return Results.Empty;
    }

    private async Task SendAsync(WebSocket socket, string conversationId, long watermark, CancellationToken ended)
    {
        // Subscribed before the log is read: what is committed in between comes twice, and the second is dropped by its number.
        using var feed = channel.Subscribe(conversationId);
        try
        {
            watermark = await CatchUpAsync(socket, conversationId, watermark, ended);
            while (await feed.Entries.WaitToReadAsync(ended))
            {
                while (feed.Entries.TryRead(out var entry))
                {
                    if (entry.Sequence == watermark + 1)
                        await SendAsync(socket, [entry], watermark = entry.Sequence, ended);
                    else if (entry.Sequence > watermark)
                        watermark = await CatchUpAsync(socket, conversationId, watermark, ended);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client or the host is gone, or the client reads too slowly; it comes back with its watermark.
        }
    }

    private async Task<long> CatchUpAsync(WebSocket socket, string conversationId, long watermark, CancellationToken ended)
    {
        var log = await engine.ReadLogAsync(DirectLineChannel.Id, conversationId, ended);
        var missed = log.After(watermark);
        var latest = log?.LastSequence ?? 0;
        if (missed.Count > 0)
            await SendAsync(socket, missed, latest, ended);
        return latest;
    }

    private async Task SendAsync(WebSocket socket, IReadOnlyList<LoggedActivity> entries, long watermark, CancellationToken ended)
    {
        using var patience = new CancellationTokenSource(SlowestSend, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ended);
        await socket.SendAsync(ActivitySets.Write(entries, watermark), WebSocketMessageType.Text, endOfMessage: true, either.Token);
    }

    /// <summary>Clients only send empty frames, to keep the line open; whatever comes is thrown away.</summary>
    private static async Task ListenAsync(WebSocket socket)
    {
        var thrownAway = new byte[1024];
        try
        {
            // Not to be cancelled: that would break the line instead of closing it.
            while ((await socket.ReceiveAsync(thrownAway.AsMemory(), CancellationToken.None)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
        }
    }

    private async Task CloseAsync(WebSocket socket, Task listening)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, CancellationToken.None).WaitAsync(Goodbye, time);
            await listening.WaitAsync(Goodbye, time);
        }
        catch (Exception e) when (e is TimeoutException or WebSocketException)
        {
            socket.Abort();
        }
    }
}

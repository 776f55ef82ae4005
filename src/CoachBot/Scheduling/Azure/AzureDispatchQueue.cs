using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Queues;

namespace CoachBot.Scheduling.Azure;

/// <summary>An Azure Storage queue; a message that cannot be read is dropped, since the ledger has the check-in.</summary>
internal sealed class AzureDispatchQueue(QueueClient queue) : IDispatchQueue
{
    public const string QueueName = "checkins";
    private const int MostAtOnce = 32;
    private const int AtOnce = 16;
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);
    private volatile bool _created;

    public async Task SendAsync(IReadOnlyList<DispatchMessage> messages, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        await Parallel.ForEachAsync(
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (message, stop) => await queue.SendMessageAsync(Write(message), timeToLive: ForEver, cancellationToken: stop));
    }

    public async Task<IReadOnlyList<ReceivedDispatch>> ReceiveAsync(int max, TimeSpan hidden, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        var received = await queue.ReceiveMessagesAsync(Math.Min(max, MostAtOnce), hidden, cancellationToken);
        var messages = new List<ReceivedDispatch>(received.Value.Length);
        foreach (var message in received.Value)
        {
            var handle = $"{message.MessageId}\n{message.PopReceipt}";
            if (Read(message.Body) is { } body)
                messages.Add(new ReceivedDispatch(body, handle));
            else
                await DeleteAsync(handle, cancellationToken);
        }

        return messages;
    }

    public Task CompleteAsync(ReceivedDispatch message, CancellationToken cancellationToken) => DeleteAsync(message.Handle, cancellationToken);

    public async Task PutOffAsync(ReceivedDispatch message, int attempt, TimeSpan time, CancellationToken cancellationToken)
    {
        var (id, receipt) = Handle(message.Handle);
        await IgnoringOldReceiptAsync(
            () => queue.UpdateMessageAsync(id, receipt, Write(message.Message with { Attempt = attempt }), time, cancellationToken));
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong;
    }

    private Task DeleteAsync(string handle, CancellationToken cancellationToken)
    {
        var (id, receipt) = Handle(handle);
        return IgnoringOldReceiptAsync(() => queue.DeleteMessageAsync(id, receipt, cancellationToken));
    }

    /// <summary>The message was given to someone else meanwhile: it is theirs.</summary>
    private static async Task IgnoringOldReceiptAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RequestFailedException e) when (e.Status is 404 or 400 && e.ErrorCode is "MessageNotFound" or "PopReceiptMismatch")
        {
        }
    }

    private static (string Id, string Receipt) Handle(string handle) => handle.Split('\n') is [var id, var receipt] ? (id, receipt) : throw new ArgumentException("No handle of this queue.", nameof(handle));

    private static string Write(DispatchMessage message) =>
        JsonSerializer.Serialize(new Body(message.Id.Key, message.Id.On, message.Id.Kind, message.Attempt), DispatchJson.Default.Body);

    private static DispatchMessage? Read(BinaryData data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, DispatchJson.Default.Body) is { Key: not null, Kind: not null } body
                ? new DispatchMessage(new LedgerKey(body.Key, body.On, body.Kind), body.Attempt)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (_created)
            return;

        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        _created = true;
    }

    internal sealed record Body(string? Key, DateOnly On, string? Kind, int Attempt);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AzureDispatchQueue.Body))]
internal sealed partial class DispatchJson : JsonSerializerContext;

using System.Text;
using System.Text.Json;

namespace CoachBot.BotBuilder.Turns;

/// <summary>One person by the id that a channel gave, and how to know documents that are about them.</summary>
internal sealed record PersonId(string? Channel, string Id)
{
    private const string Inbox = "inbox/";
    private readonly byte[] _idProperty = "id"u8.ToArray();

    /// <exception cref="ArgumentException">It is empty.</exception>
    public static PersonId Parse(string written)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(written);
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < written.Length - 1 ? new PersonId(written[..slash], written[(slash + 1)..]) : new PersonId(null, written);
    }

    /// <summary>By the key alone: whether the document is worth reading.</summary>
    public bool MayBeIn(string key)
    {
        var original = WithoutPrefix(key, Quarantine.Prefix);
        var address = WithoutPrefix(WithoutPrefix(original, ConversationStore.Prefix), Inbox);
        var isOfChannel = Channel is null || address.StartsWith($"{Channel}/", StringComparison.Ordinal)
            || address.Contains($"/{Channel}/", StringComparison.Ordinal);
        return isOfChannel && (address.Length < original.Length || key.Length > original.Length || IsOwn(original));
    }

    public bool IsIn(string key, ReadOnlyMemory<byte> utf8Json)
    {
        if (key.StartsWith(Quarantine.Prefix, StringComparison.Ordinal))
            return IsInDamaged(key, utf8Json);
        return IsOwn(key) || Names(utf8Json.Span);
    }

    private bool IsOwn(string key) => key.EndsWith($"/{Id}", StringComparison.Ordinal);

    /// <summary>An account with this id (from, recipient, user, a member), or state that is kept for it.</summary>
    private bool Names(ReadOnlySpan<byte> utf8Json)
    {
        var json = new Utf8JsonReader(utf8Json);
        var isId = false;
        try
        {
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName)
                {
                    isId = json.ValueTextEquals(_idProperty);
                    if (!isId && json.GetString() is { } name && name.Contains("/users/", StringComparison.Ordinal) && IsOwn(name))
                        return true;
                }
                else if (json.TokenType == JsonTokenType.String && isId && json.ValueTextEquals(Id))
                {
                    return true;
                }
            }

            return false;
        }
        catch (JsonException)
        {
            // Damaged, and not yet put aside.
            return utf8Json.IndexOf(Encoding.UTF8.GetBytes($"\"{Id}\"")) >= 0;
        }
    }

    private bool IsInDamaged(string key, ReadOnlyMemory<byte> utf8Json)
    {
        using var kept = JsonDocument.Parse(utf8Json);
        var original = kept.RootElement.TryGetProperty("key", out var named) ? named.GetString()! : WithoutPrefix(key, Quarantine.Prefix);
        if (IsOwn(original))
            return true;
        return kept.RootElement.TryGetProperty("base64", out var body)
            && body.GetBytesFromBase64().AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"{Id}\"")) >= 0;
    }

    private static string WithoutPrefix(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : key;
}

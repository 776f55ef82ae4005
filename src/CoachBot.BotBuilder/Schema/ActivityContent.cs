using System.Text.Json;

namespace CoachBot.BotBuilder.Schema;

public partial class Activity
{
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    public Mention[] GetMentions() =>
        Entities?
            .Where(entity => string.Equals(entity.Type, EntityTypes.Mention, StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity as Mention ?? entity.GetAs<Mention>()!)
            .ToArray() ?? [];

    /// <exception cref="JsonException">The channel data has another shape.</exception>
    public T? GetChannelData<T>() => ChannelData switch
    {
        null => default,
        T typed => typed,
        var other => WireJson.Convert<T>(other),
    };

    public bool TryGetChannelData<T>(out T? instance)
    {
        instance = default;
        try
        {
            instance = GetChannelData<T>();
            return ChannelData is not null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return false;
        }
    }
}

using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder;

/// <summary>
/// A place that keeps something about people, for whoever has to show a person all of it or delete all of it. Each part that
/// keeps more than documents in the <see cref="IStorage"/> brings one.
/// </summary>
public interface IPersonalData
{
    /// <summary>All that is kept, by key. A key that two places give is one document.</summary>
    /// <param name="userId">The id that the channel gave, in every channel; or <c>channel/id</c> for one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    IAsyncEnumerable<KeyValuePair<string, JsonNode>> ExportAsync(string userId, CancellationToken cancellationToken = default);

    /// <returns>How many documents went.</returns>
    /// <inheritdoc cref="ExportAsync"/>
    Task<int> ForgetAsync(string userId, CancellationToken cancellationToken = default);
}

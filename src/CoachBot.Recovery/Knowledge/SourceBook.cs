using System.Collections.Frozen;

namespace CoachBot.Recovery;

/// <param name="Short">As a plan's last line names it: "Sawka 2007".</param>
/// <param name="IsCitation">False for the two entries that stand for our own rules and for unchecked common practice.</param>
internal sealed record Source(string Id, string Short, string Citation, string? Doi, bool IsCitation);

internal sealed class SourceBook(IEnumerable<Source> sources)
{
    private readonly FrozenDictionary<string, Source> _byId = sources.ToFrozenDictionary(source => source.Id);

    public IEnumerable<Source> All => _byId.Values;

    public bool Has(string id) => _byId.ContainsKey(id);

    public Source this[string id] => _byId[id];
}

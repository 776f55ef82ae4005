using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Health.Checks;

/// <summary>What waits for a person: documents that were put aside, and messages that no channel took.</summary>
internal sealed class LeftoverCheck(IStorage storage) : ISelfCheck
{
    private const string Quarantine = "quarantine/";

    public string Name => "leftovers";

    public async Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        if (storage is not IListingStorage listing)
            return SelfCheckResult.Note("This storage cannot list its keys.", "Use one of the storages in README, Settings.");

        var aside = await listing.ListAsync(Quarantine, cancellationToken: cancellationToken).CountAsync(cancellationToken);
        var parked = await new ParkedReplies(storage).ListAsync(cancellationToken).CountAsync(cancellationToken);
        var sentence = $"{aside} documents put aside, {parked} messages that no channel took.";
        return aside + parked == 0
            ? SelfCheckResult.Ok(sentence)
            : SelfCheckResult.Note(sentence, "'outbox' lists the messages; docs/operators.md, Quarantine, has the documents.");
    }
}

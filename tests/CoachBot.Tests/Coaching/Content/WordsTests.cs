using System.Text.Json;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Content;

/// <summary>Rules for the words themselves, in every language.</summary>
public sealed class WordsTests
{
    private static readonly Phrasebook Phrases = Phrasebook.Load(new ContentFiles());

    public static TheoryData<string> Languages => [.. Cultures.Languages];

    /// <summary>Buttons longer than this are cut off or shown as a list.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Buttons_fit_on_a_phone(string language)
    {
        foreach (var key in Phrases.Keys.Where(key => key.StartsWith("button.", StringComparison.Ordinal)))
            Assert.All(Phrases.All(language, key), title => Assert.True(title.Replace("{value}", "10", StringComparison.Ordinal).Length <= 20, $"{language} {key}"));
        foreach (var key in Phrases.Keys.Where(key => key.StartsWith("scale.", StringComparison.Ordinal)))
            Assert.All(Phrases.All(language, key), word => Assert.True($"10 · {word}".Length <= 20, $"{language} {key}"));
    }

    /// <summary>What can be said twice in a row has another way of saying it.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void What_comes_again_has_variants(string language)
    {
        string[] again =
        [
            "greeting.back", "thanks", "help.idle", "help.check-in", "problem", "doubt.pace", "acknowledged", "unknown.idle", "unknown.number", "unknown.emoji", "unknown.file", "unknown.script", "unknown.long", "unknown.card", "unknown.empty", "back.first", "cancel.nothing", "cancelled", "restarted", "back",
            "skipped", "noted", "changed", "wrong", "plan.none", "plan.changed", "answer.none", "lock.ask", "lock.ask.T3", "lock.ask.T0",
            "lock.waiting", "lock.waiting.T0", "delete.ask", "reminder.set", "reminder.next", "reminder.none", "reminder.stopped", "reminder.paused", "reminder.snoozed", "reminder.again", "travel.ask", "travel.kept", "morning.hello", "morning.last", "group.private", .. Phrases.Keys.Where(key => key.StartsWith("ask.", StringComparison.Ordinal)),
        ];
        Assert.All(again, key => Assert.True(Phrases.All(language, key).Distinct().Count() > 1, $"{language} {key}"));
    }

    /// <summary>A tap is typed words to the safety gate. Illness and age are what they say.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void No_button_sounds_like_danger(string language)
    {
        var gate = SafetyGate.Load(new ContentFiles());
        var buttons = Phrases.Keys.Where(key => key.StartsWith("button.", StringComparison.Ordinal) && !key.StartsWith("button.ill.", StringComparison.Ordinal) && key != "button.age.under18");
        Assert.All(buttons.Append("words.delete"), key => Assert.All(Phrases.All(language, key), words => Assert.Equal(SafetyTier.None, gate.Assess(words, language).Tier)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nobody_is_shouted_at(string language) =>
        Assert.All(Phrases.Keys, key => Assert.All(Phrases.All(language, key), text => Assert.DoesNotContain('!', text)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_of_the_documents_has_its_words(string language)
    {
        string[] keys =
        [
            .. Names<Band>("band"), .. Names<When>("when"), .. Names<Stance>("stance"), .. Names<Evidence>("evidence"),
            .. Names<SessionKind>("kind"), .. Names<Confidence>("plan"), .. Names<CoachBot.Recovery.BodySide>("side"),
            .. Enum.GetNames<RunType>().Select(name => $"kind.{char.ToLowerInvariant(name[0])}{name[1..]}"),
        ];
        Assert.All(keys, key => Assert.NotEmpty(Phrases.All(language, key)));
    }

    /// <summary>The card says it in the words of the plan's own text.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Evidence_and_times_are_named_as_in_the_plan(string language)
    {
        using var plan = JsonDocument.Parse(new ContentFiles().Read($"plan/{language}.json"));
        var words = plan.RootElement.GetProperty("sentences");
        Assert.All(Names<Evidence>("evidence").Concat(Names<When>("when")), key => Assert.Equal(words.GetProperty(key).GetString(), Phrases.All(language, key)[0]));
    }

    private static IEnumerable<string> Names<T>(string prefix) where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{prefix}.{JsonNames.Of(value)}");
}

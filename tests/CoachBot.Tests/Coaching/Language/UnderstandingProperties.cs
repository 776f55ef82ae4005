using System.Globalization;
using System.Text;
using CoachBot.Coaching.Language;
using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Intents;
using CoachBot.Coaching.Language.Reading;
using CoachBot.Tests.Support;
using CsCheck;

namespace CoachBot.Tests.Coaching.Language;

public sealed class UnderstandingProperties
{
    private const double KmPerMile = 1.609344;

    private static readonly Gen<string> Language = OneOf([.. RunnerLanguage.Languages]);

    private static readonly Dictionary<string, RunningGrammar> Grammars =
        RunnerLanguage.Languages.ToDictionary(language => language, language => GrammarFile.Load(new ContentFiles(), language));

    [Fact]
    public void A_number_survives_writing_and_reading_in_each_culture()
    {
        Gen.Select(Gen.Int[10, 2990], Language).Sample((tenths, language) =>
        {
            var written = (tenths / 10m).ToString("0.0", CultureInfo.GetCultureInfo(language));

            Assert.Equal(tenths / 10d, RunnerLanguages.Understand($"{written} km", DialogStep.Run, language).DistanceKm!.Value, 6);
        });
    }

    [Fact]
    public void Kilometres_and_miles_agree()
    {
        Gen.Int[1, 180].Sample(miles =>
        {
            var km = (miles * KmPerMile).ToString(CultureInfo.InvariantCulture);

            Assert.Equal(
                RunnerLanguages.Understand($"ran {km} km").DistanceKm!.Value, RunnerLanguages.Understand($"ran {miles} miles").DistanceKm!.Value, 6);
        });
    }

    [Fact]
    public void A_duration_reads_the_same_however_it_is_written()
    {
        Gen.Select(Gen.Int[1, 9], Gen.Int[10, 59], Language).Sample((hours, minutes, language) =>
        {
            string[] forms = [$"{hours}h{minutes}", $"{hours} h {minutes} min", $"{hours}:{minutes:00}:00"];

            Assert.All(forms, form => Assert.Equal(hours * 60 + minutes, RunnerLanguages.Understand(form, DialogStep.Run, language).DurationMin!.Value, 6));
        });
    }

    [Theory]
    [InlineData("en", "The bridge by the river was lovely.", "Met the neighbours on the way.")]
    [InlineData("es", "El puente del río estaba precioso.", "Vi a los vecinos por el camino.")]
    [InlineData("fr", "Le pont sur la rivière était superbe.", "J'ai croisé les voisins en chemin.")]
    [InlineData("de", "Die Brücke am Fluss war voller Nebel.", "Unterwegs traf ich die Nachbarn.")]
    [InlineData("pt", "A ponte do rio estava fechada.", "Vi os vizinhos no caminho.")]
    public void A_harmless_sentence_changes_no_slot_of_any_check_in(string language, params string[] harmless)
    {
        var told = LabelledUtterance.Read("utterances", language)
            .Where(row => row.Step == DialogStep.Any && row.Expect["intent"]!.ToJsonString() == "\"check_in\"" && row.Expect.Count > 2);

        Assert.All(told, row =>
        {
            var alone = RunnerLanguages.Slots(row.Text, locale: language);

            Assert.All(harmless, sentence => Assert.Equal(alone, RunnerLanguages.Slots($"{row.Text}. {sentence}", locale: language)));
        });
    }

    [Fact]
    public void A_weight_a_night_and_a_pace_survive_writing_and_reading_in_each_culture()
    {
        Gen.Select(Gen.Int[300, 1500], Gen.Int[10, 120], Gen.Int[150, 599], Language).Sample((mass, night, pace, language) =>
        {
            var culture = CultureInfo.GetCultureInfo(language);
            var kilograms = RunnerLanguages.Understand((mass / 10m).ToString("0.0", culture), DialogStep.Mass, language).MassKg;
            var hours = RunnerLanguages.Understand($"{(night / 10m).ToString("0.0", culture)} h", DialogStep.Sleep, language).SleepHours;
            var seconds = RunnerLanguages.Understand($"{pace / 60}:{pace % 60:00}/km", DialogStep.Run, language).PaceSPerKm;

            Assert.Equal(mass / 10d, kilograms!.Value, 6);
            Assert.Equal(night / 10d, hours!.Value, 6);
            Assert.Equal(pace, seconds!.Value, 6);
        });
    }

    [Fact]
    public void Places_lie_within_the_text()
    {
        Gen.Select(Text, Gen.Enum<DialogStep>(), Language).Sample((text, step, language) =>
        {
            var understanding = RunnerLanguages.Understand(text, step, language);

            Assert.All(Places(understanding), place => Assert.InRange(place.Start + place.Length, place.Length, text.Length));
        });
    }

    [Fact]
    public void No_message_spends_the_budget_of_the_patterns()
    {
        Assert.All(HostileTexts.All, text =>
        {
            foreach (var language in RunnerLanguage.Languages)
                Assert.InRange(Steps(text, language), 0, PatternText.MaxSteps / 2);
        });
    }

    [Fact]
    public void A_spent_budget_ends_the_search()
    {
        var utterance = Read("stop the reminders", "en");
        var text = IntentClassifier.Core(utterance);
        while (text.TakeStep())
        {
        }

        Assert.Empty(IntentClassifier.Match(utterance, text, text));
        Assert.Contains(Intent.StopReminder, IntentClassifier.Match(utterance));
    }

    [Fact]
    public void Beyond_its_greatest_length_a_message_costs_nothing_more()
    {
        var text = HostileTexts.OfLength("ran 10k, rpe 4, slept 7h. ", RunnerLanguage.MaxLength * 3);

        Assert.Equal(RunnerLanguages.Slots(text[..RunnerLanguage.MaxLength]), RunnerLanguages.Slots(text));
    }

    /// <summary>Any UTF-16 at all, unpaired surrogates and control characters included, mixed with words that mean something.</summary>
    private static Gen<string> Text =>
        Gen.OneOf(Gen.String, Gen.Char['\0', '\uffff'].Array[0, 60].Select(chars => new string(chars)), OneOf("10", "km", "slept", "7:30", "½", "calf", "'", "/", "x", "-", "pm"))
            .Array[1, 20].Select(parts => new StringBuilder().AppendJoin(' ', parts).ToString());

    private static int Steps(string text, string language)
    {
        var utterance = Read(text, language);
        var (core, whole) = (IntentClassifier.Core(utterance), new PatternText(utterance, _ => false));
        IntentClassifier.Match(utterance, core, whole);
        return core.Steps + whole.Steps;
    }

    private static Utterance Read(string text, string language) =>
        Utterance.Read(text, Tokenizer.Cut(text, RunnerLanguage.MaxLength), Grammars[language], null);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IEnumerable<(int Start, int Length)> Places(Understanding u)
    {
        if (u.DistanceKm is { } distance)
            yield return (distance.Start, distance.Length);

        if (u.SleepHours is { } sleep)
            yield return (sleep.Start, sleep.Length);

        if (u.PromptTime is { } time)
            yield return (time.Start, time.Length);

        if (u.Doubt is { } doubt)
            yield return (doubt.Start, doubt.Length);

        foreach (var site in u.SoreSites)
            yield return (site.Start, site.Length);
    }
}

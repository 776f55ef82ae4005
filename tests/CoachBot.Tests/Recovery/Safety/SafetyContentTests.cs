using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Recovery.Safety;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Recovery.Safety;

public sealed class SafetyContentTests
{
    [Theory]
    [InlineData("safety/es.json", "\"chestSensation\": [", "\"chestFeeling\": [", "chestSensation")]
    [InlineData("safety/en.json", "\"T1.chest\":", "\"T1.chestX\":", "T1.chest")]
    [InlineData("safety/fr.json", "{emergency}", "{urgency}", "{urgency}")]
    [InlineData("safety/de.json", "\"brust*\"", "\"(brust*\"", "lists.chest")]
    [InlineData("safety/pt.json", "\"torax\"", "\"to*\"", "lists.chest")]
    [InlineData("safety/rules.json", "\"chestSensation\"]", "\"chestSensations\"]", "chestSensations")]
    [InlineData("safety/rules.json", "\"within\": 5", "\"within\": 500", "within")]
    [InlineData("safety/numbers.json", "2027-05-24", "2026-05-24", "recheckBy")]
    public void A_fault_names_its_file_and_its_key(string file, string old, string replacement, string key)
    {
        var fault = Assert.Throws<InvalidDataException>(() => SafetyGate.Load(new ContentFiles().Edit(file, old, replacement)));

        Assert.Contains(file.StartsWith("safety/rules", StringComparison.Ordinal) && key == "chestSensations" ? "safety/" : file, fault.Message, StringComparison.Ordinal);
        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var fault = Assert.Throws<InvalidDataException>(() => SafetyGate.Load(new ContentFiles().With("safety/rules.json", null)));

        Assert.Contains("safety/rules.json", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_fit_their_schemas()
    {
        foreach (var language in SafetySentences.Languages)
            Fits("language", language);
        Fits("rules", "rules");
        Fits("numbers", "numbers");
    }

    [Fact]
    public void The_telephone_numbers_have_an_owner_and_a_day_to_check_them_again()
    {
        var numbers = Read("numbers.json");

        Assert.NotEmpty(numbers["owner"]!.GetValue<string>());
        Assert.True(DateOnly.Parse(numbers["recheckBy"]!.GetValue<string>(), null) > DateOnly.Parse(numbers["checkedOn"]!.GetValue<string>(), null));
        Assert.All((JsonObject)numbers["countries"]!, country => Assert.NotEmpty(country.Value!["emergency"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("2026-11-25", 0)]
    [InlineData("2027-05-24", 0)]
    [InlineData("2027-05-25", 19)]
    public void The_telephone_numbers_are_due_the_day_after_their_review_date(string today, int due)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse($"{today}T12:00:00Z", CultureInfo.InvariantCulture));

        Assert.Equal(due, SafetySentences.Gate.NumbersDueOn(DateOnly.FromDateTime(clock.GetUtcNow().Date)).Count);
    }

    [Fact]
    public void A_number_confirmed_over_a_year_ago_is_due_though_the_table_is_not()
    {
        var gate = SafetyGate.Load(new ContentFiles().Edit("safety/numbers.json", "\"988 (call or text)\", \"eatingDisorder\": \"ANAD (anad.org)\", \"confirmedOn\": \"2026-11-24\"", "\"988 (call or text)\", \"confirmedOn\": \"2025-11-24\""));

        Assert.Equal(["US"], gate.NumbersDueOn(new DateOnly(2026, 11, 25)));
        Assert.Empty(gate.NumbersDueOn(new DateOnly(2025, 11, 24)));
    }

    private static void Fits(string schema, string file) =>
        Assert.Null(Schema.Fault(Read($"{schema}.schema.json"), Read($"{file}.json"), file));

    private static JsonNode Read(string file) => JsonNode.Parse(new ContentFiles().Read($"safety/{file}"))!;
}

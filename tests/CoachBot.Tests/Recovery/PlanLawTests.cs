using CoachBot.Recovery;
using CsCheck;
using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>What must hold for every plan.</summary>
public sealed class PlanLawTests
{
    private static readonly Strategy[] Modalities =
        [Strategy.ColdWater, Strategy.Massage, Strategy.Compression, Strategy.FoamRolling, Strategy.Stretching, Strategy.Supplements];

    [Fact]
    public void The_same_check_in_gives_the_same_plan_byte_for_byte() =>
        AnyCheckIn.Any.Sample(checkIn => Json(Planner.Plan(checkIn)) == Json(Planner.Plan(checkIn)));

    [Fact]
    public void Every_action_has_text_reason_evidence_and_a_source_that_resolves() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var plan = Planner.Plan(checkIn);
        var known = plan.Sources.Select(source => source.Id).ToHashSet();
        foreach (var action in plan.Actions)
        {
            Assert.NotEmpty(action.Text);
            Assert.NotEmpty(action.Why);
            Assert.NotEmpty(action.Sources);
            Assert.All(action.Sources, source => Assert.Contains(source, known));
        }

        Assert.All(plan.Answers.SelectMany(answer => answer.Sources), source => Assert.Contains(source, known));
    });

    [Fact]
    public void No_place_of_a_sentence_stays_unfilled() => AnyCheckIn.Any.Sample(checkIn => !Json(Planner.Plan(checkIn)).Contains("{\\", StringComparison.Ordinal)
        && !Planner.Plan(checkIn).Text.Contains('{'));

    [Fact]
    public void Lines_come_in_time_order_and_once_each() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var actions = Planner.Plan(checkIn).Actions;
        return actions.Zip(actions.Skip(1)).All(pair => pair.First.When <= pair.Second.When) && actions.DistinctBy(action => action.Id).Count() == actions.Count;
    });

    [Fact]
    public void At_most_two_modalities_are_offered() => AnyCheckIn.Any.Sample(checkIn =>
        Planner.Plan(checkIn).Actions.Count(action => action.Stance != Stance.Avoid && Modalities.Contains(action.Strategy)) <= 2);

    [Fact]
    public void After_an_easy_run_two_lines_a_few_more_for_the_tired_and_no_modality() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var easy = checkIn with { Session = new() { Kind = SessionKind.Easy, DurationMin = 45, Rpe = 3, EndedAt = CheckIns.Now.AddMinutes(-10) } };
        var plan = Planner.Plan(easy);
        var isDouble = easy.Training.Next is { } next && (next.At - CheckIns.Now).TotalHours < 8;
        return plan.Actions.Count <= ((plan.ChosenBand ?? plan.Band) == Band.Go && !isDouble ? 2 : isDouble ? 5 : 4) && !plan.Actions.Any(action => action.Stance != Stance.Avoid && Modalities.Contains(action.Strategy));
    });

    [Fact]
    public void An_easy_run_in_the_heat_is_cooled_first()
    {
        var session = new Session { Kind = SessionKind.Easy, DurationMin = 45, Rpe = 3, TemperatureC = 33, EndedAt = CheckIns.Now.AddMinutes(-10) };
        var plan = Planner.Plan(CheckIns.Fine with { Session = session });
        Assert.Contains(plan.Actions, action => action.Id == "cool-first");
        Assert.True(plan.Actions.Count <= 3);
    }

    [Fact]
    public void A_short_night_after_an_easy_run_or_the_long_run_of_yesterday_gets_its_sleep_line()
    {
        var easy = new Session { Kind = SessionKind.Easy, DurationMin = 45, Rpe = 3, EndedAt = CheckIns.Now.AddMinutes(-10) };
        var yesterday = new Session { Kind = SessionKind.Long, DurationMin = 110, Rpe = 5, EndedAt = CheckIns.Now.AddHours(-24) };
        foreach (var session in new[] { easy, yesterday })
        {
            var plan = Planner.Plan(CheckIns.Fine with { Session = session, Sleep = new() { Hours = 5 } });
            Assert.Contains(plan.Actions, action => action.Strategy == Strategy.Sleep && action.When == When.Tonight);
        }
    }

    [Fact]
    public void Cold_stays_between_ten_and_fifteen_degrees_and_at_most_fifteen_minutes() => AnyCheckIn.Any.Sample(checkIn =>
    {
        foreach (var action in Planner.Plan(checkIn).Offered(Strategy.ColdWater))
        {
            foreach (var (key, range) in action.Dose!.Amounts)
            {
                if (key == DoseKey.WaterC && (range.Min < 10 || range.Max > 15))
                    return false;
                if (key == DoseKey.Minutes && range.Max > 15)
                    return false;
            }
        }

        return true;
    });

    [Fact]
    public void Carbohydrate_by_the_hour_only_below_eight_hours_to_a_demanding_session() => AnyCheckIn.Any.Sample(checkIn =>
    {
        if (Planner.Plan(checkIn).Amount(DoseKey.CarbohydrateGPerHour) is null)
            return true;

        var gap = checkIn.Training.Next!.At - checkIn.Session!.EndedAt!.Value;
        return checkIn.Training.Next.Demanding != false && gap < TimeSpan.FromHours(8);
    });

    [Fact]
    public void A_fluid_volume_only_from_a_measured_loss_and_never_over_the_caps() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var plan = Planner.Plan(checkIn);
        if (plan.Amount(DoseKey.FluidL) is not { } fluid)
            return true;

        var lost = checkIn.Session!.MassBeforeKg - checkIn.Session.MassAfterKg;
        return lost > 0 && fluid.Max <= 3 && plan.Amount(DoseKey.FluidLPerHour)!.Value.Max <= 1;
    });

    [Fact]
    public void Numbers_of_an_action_are_the_numbers_of_its_dose() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var plan = Planner.Plan(checkIn with { Locale = "en", Runner = checkIn.Runner with { Units = Units.Metric } });
        foreach (var action in plan.Actions.Where(action => action.Dose is not null))
        {
            foreach (var range in action.Dose!.Amounts.Select(pair => pair.Value))
            {
                Assert.All(new[] { range.Min, range.Max }.OfType<double>(),
                    number => Assert.Contains(number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), action.Text, StringComparison.Ordinal));
            }
        }
    });

    [Fact]
    public void No_plan_speaks_of_what_must_never_be_computed() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var text = Planner.Plan(checkIn with { Locale = "en" }).Text;
        return !text.Contains("ACWR", StringComparison.OrdinalIgnoreCase) && !text.Contains("% recovered", StringComparison.Ordinal) && !text.Contains('!');
    });

    [Fact]
    public void Units_change_no_amount() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var metric = Planner.Plan(checkIn with { Runner = checkIn.Runner with { Units = Units.Metric } });
        var imperial = Planner.Plan(checkIn with { Runner = checkIn.Runner with { Units = Units.Imperial } });
        Assert.Equal(metric.Actions.Select(Amounts), imperial.Actions.Select(Amounts));

        static string Amounts(PlanAction action) => $"{action.Id} {string.Join(";", action.Dose?.Amounts ?? [])}";
    });

    [Fact]
    public void The_language_changes_words_only() => AnyCheckIn.Any.Sample(checkIn =>
    {
        var english = Planner.Plan(checkIn with { Locale = "en" });
        foreach (var locale in new[] { "es", "fr", "de", "pt" })
        {
            var other = Planner.Plan(checkIn with { Locale = locale });
            Assert.Equal(english.Band, other.Band);
            Assert.Equal(english.Actions.Select(action => action.Id), other.Actions.Select(action => action.Id));
        }
    });
}

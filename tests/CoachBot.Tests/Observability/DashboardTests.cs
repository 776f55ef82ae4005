using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Observability;

/// <summary>Dashboard, alerts and the operators' page name metrics that the program has.</summary>
public sealed partial class DashboardTests
{
    private static readonly string Source = string.Concat(Repository.SourceFiles("src").Select(File.ReadAllText));

    /// <summary>Comes with its own part, and before that the panels are empty.</summary>
    private const string CheckIns = "coachbot.checkins.";

    [Theory]
    [InlineData("grafana.json")]
    [InlineData("prometheus-alerts.yaml")]
    public void Every_metric_it_asks_for_is_measured(string file)
    {
        var text = File.ReadAllText(Repository.PathOf("deploymentTemplates", "dashboards", file));
        var unknown = Metric().Matches(text).Select(match => Name(match.Value)).Distinct()
            .Where(name => !name.StartsWith(CheckIns, StringComparison.Ordinal))
            .Where(name => !Source.Contains($"\"{name}\"", StringComparison.Ordinal));

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_metric_of_ours_is_explained_to_operators()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "operators.md"));

        Assert.All(Declared().Matches(Source).Select(match => match.Groups[1].Value), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_alert_says_what_to_do_first()
    {
        var rules = File.ReadAllText(Repository.PathOf("deploymentTemplates", "dashboards", "prometheus-alerts.yaml"));
        var page = File.ReadAllText(Repository.PathOf("docs", "operators.md"));
        var alerts = Alert().Matches(rules).Select(match => match.Groups[1].Value).ToArray();

        Assert.Equal(alerts, AlertRow().Matches(page).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void The_dashboard_can_be_imported()
    {
        var dashboard = JsonNode.Parse(File.ReadAllText(Repository.PathOf("deploymentTemplates", "dashboards", "grafana.json")))!;
        var ids = dashboard["panels"]!.AsArray().Select(panel => (int)panel["id"]!).ToArray();

        Assert.Equal(ids.Distinct(), ids);
        Assert.NotEmpty((string)dashboard["title"]!);
    }

    /// <summary>coachbot_turn_duration_seconds_bucket is coachbot.turn.duration; what has an underscore of its own is looked up so.</summary>
    private static string Name(string prometheus)
    {
        var name = Suffix().Replace(prometheus, "");
        return name.StartsWith("coachbot_checkins_", StringComparison.Ordinal) ? CheckIns : name.Replace('_', '.');
    }

    [GeneratedRegex("coachbot_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex("(_seconds)?(_bucket|_count|_sum|_total)?$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"Create(?:Histogram|Counter|Gauge)<\w+>\(\s*""(coachbot[^""]+)""")]
    private static partial Regex Declared();

    [GeneratedRegex("alert: (\\w+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"^\| (CoachBot\w+) \|", RegexOptions.Multiline)]
    private static partial Regex AlertRow();
}

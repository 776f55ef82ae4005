using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching.WatchFiles;
using CoachBot.Tests.Support;
using static CoachBot.Tests.Coaching.WatchFiles.WatchFileBuilder;

namespace CoachBot.Tests.Coaching.WatchFiles;

/// <summary>A file dropped into the conversation fills in the run.</summary>
public sealed class WatchFileChatTests
{
    private static readonly WatchFileReader Reader = new();

    [Fact]
    public async Task A_file_fills_in_the_run_and_the_check_in_goes_on_with_the_effort()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();

        var reply = Assert.Single(await SendAsync(chat, Gpx()));

        Assert.Contains("heart rate 145 on average, 150 at most", reply.Text, StringComparison.Ordinal);
        Assert.Contains("10 km", reply.Text, StringComparison.Ordinal);
        Assert.Contains("50 min", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.SuggestedActions.Actions, button => button.Title.StartsWith("10 ·", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_beside_the_file_count_more_than_the_file()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();

        var reply = Assert.Single(await SendAsync(chat, Gpx(), "tempo, 8 km in 40 min, effort 7"));

        Assert.Contains("8 km", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("10 km", reply.Text, StringComparison.Ordinal);
        Assert.Contains("effort 7/10", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_middle_of_a_check_in_is_taken_where_it_belongs()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();
        await chat.SayAsync("long run");

        var reply = Assert.Single(await SendAsync(chat, Fit()));

        Assert.Contains("10 km", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.SuggestedActions.Actions, button => button.Title.StartsWith("10 ·", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_of_last_week_changes_nothing_about_today()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();

        var reply = Assert.Single(await SendAsync(chat, Gpx(start: Start.AddDays(-9))));

        Assert.Contains("more than a week old", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("10 km", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "looks broken")]
    [InlineData("es-ES", "parece dañado")]
    [InlineData("fr-FR", "semble abîmé")]
    [InlineData("de-DE", "scheint kaputt")]
    [InlineData("pt-BR", "parece danificado")]
    public async Task Hostile_xml_is_refused_in_one_friendly_sentence(string locale, string expected)
    {
        var chat = new CoachChat { Locale = locale };
        await chat.JoinAsync();

        var reply = Assert.Single(await SendAsync(chat, "<!DOCTYPE gpx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><gpx>&x;</gpx>"u8.ToArray()));

        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_a_user_names_is_never_fetched()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();
        var message = new Activity(ActivityTypes.Message) { Attachments = [new Attachment("application/gpx+xml", "http://169.254.169.254/latest/meta-data", name: "run.gpx")] };
        ReceivedFiles.ReadInto(message, Reader);

        Assert.Contains("I don't fetch files", Assert.Single(await chat.SendAsync(message)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_client_makes_up_is_checked_like_a_file()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();
        var made = new WatchFile { Session = new WatchSession { DistanceKm = 5_000_000, DurationMin = 1e9, HeartRateBpm = 9 } }.ToAttachment();

        var reply = Assert.Single(await chat.SendAsync(new Activity(ActivityTypes.Message) { Attachments = [made] }));

        Assert.Contains("looks broken", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_run_was_is_stored_nowhere()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();
        await SendAsync(chat, Gpx());

        var kept = await chat.Storage.ReadAsync([.. await KeysAsync(chat)]);
        Assert.DoesNotContain(kept.Values, item => item.ToString()!.Contains("trkpt", StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<string>> KeysAsync(CoachChat chat) =>
        Task.FromResult<IReadOnlyList<string>>([$"{chat.Channel}/users/runner", $"{chat.Channel}/conversations/{chat.ConversationId}"]);

    /// <summary>As a channel does it: the file as a data address, read before the turn.</summary>
    private static Task<IReadOnlyList<Activity>> SendAsync(CoachChat chat, byte[] file, string? text = null)
    {
        var address = $"data:application/octet-stream;base64,{Convert.ToBase64String(file)}";
        var message = new Activity(ActivityTypes.Message) { Text = text, Attachments = [new Attachment("application/octet-stream", address, name: "morning.gpx")] };
        ReceivedFiles.ReadInto(message, Reader);
        return chat.SendAsync(message);
    }
}

using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Dialogs;

namespace CoachBot.Coaching.History;

/// <summary>Finds what a picture shows at the time that it is asked for: after "delete my data" there is nothing to show.</summary>
public sealed class HistoryPictures(IStorage storage, DialogContent content)
{
    /// <returns>Null when nothing is known about the runner, or nothing from those days.</returns>
    public async Task<HistoryChart?> FindAsync(HistoryPicture picture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var key = $"{picture.ChannelId}/users/{picture.UserId}";
        var found = await storage.ReadAsync([key], cancellationToken);
        if (!found.TryGetValue(key, out var item) || ((StoredItem)item).Value["runner"] is not JsonObject kept || StateJson.Convert<RunnerRecord>(kept) is not { } runner)
            return null;

        var period = HistoryPeriod.Of(runner.History, picture.Last, picture.Days, TimeSpan.FromMinutes(picture.OffsetMin));
        var language = Cultures.LanguageOf(picture.Locale) ?? Cultures.Fallback;
        return period.CheckIns == 0 ? null : HistoryChart.Of(period, new Voice(content.Phrases, language, Cultures.For(language, picture.Locale), picture.Units, 0));
    }
}

using CoachBot.Recovery;

namespace CoachBot.Coaching.History;

/// <summary>Which picture: whose history, over which days, in which words. What is in it is looked up when it is shown.</summary>
/// <param name="Days">7 or 28, up to and with <paramref name="Last"/>.</param>
/// <param name="OffsetMin">Of the runner's clock.</param>
/// <param name="Locale">Language and country, such as "pt-BR".</param>
public sealed record HistoryPicture(string ChannelId, string UserId, int Days, DateOnly Last, int OffsetMin, string Locale, Units Units);

/// <summary>Gives pictures an address. The host draws and serves them.</summary>
public interface IPictureLinks
{
    /// <summary>An address for a day from <paramref name="now"/> that tells nothing by itself; the same arguments give the same one. Null where there is none that the channel's users reach.</summary>
    Uri? LinkTo(HistoryPicture picture, DateTimeOffset now);
}

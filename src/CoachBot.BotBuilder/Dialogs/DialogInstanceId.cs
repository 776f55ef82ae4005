using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>
/// Ids of dialog instances. They follow from the activity that began the dialog, so that a turn that is replayed after a
/// conflict gives the same ones.
/// </summary>
internal static class DialogInstanceId
{
    public static string Next(ITurnContext turnContext, string dialogId)
    {
        var counter = turnContext.TurnState.Get<Counter>();
        if (counter == null)
        {
            counter = new Counter();
            turnContext.TurnState.Add(counter);
        }

        var activity = turnContext.Activity;
        var seed = string.Join(
            '\n',
            activity.ChannelId,
            activity.Conversation?.Id,
            activity.Id,
            activity.Timestamp?.ToString("O", CultureInfo.InvariantCulture),
            dialogId,
            counter.Next().ToString(CultureInfo.InvariantCulture));
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16)).ToString();
    }

    private sealed class Counter
    {
        private int _count;

        public int Next() => ++_count;
    }
}

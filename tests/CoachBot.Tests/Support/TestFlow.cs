using System.Runtime.CompilerServices;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Adapters;

/// <summary>
/// A conversation written down as a test: each member gives a new flow with one more exchange, and the last one's
/// <see cref="StartTestAsync"/> tells how it went.
/// </summary>
public class TestFlow
{
    private const uint DefaultTimeoutMs = 3000;

    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler? _callback;
    private readonly Task _testTask;

    public TestFlow(TestAdapter adapter, BotCallbackHandler? callback = null)
    {
        _adapter = adapter;
        _callback = callback;
        _testTask = Task.CompletedTask;
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    public TestFlow(Task? task, TestFlow flow)
    {
        _adapter = flow._adapter;
        _callback = flow._callback;
        _testTask = task ?? Task.CompletedTask;
    }

    public TestFlow(Func<Task>? getTask, TestFlow flow)
        : this(getTask?.Invoke(), flow)
    {
    }

    public Task StartTestAsync() => _testTask;

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback!, CancellationToken.None));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback!, CancellationToken.None));
    }

    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded!.Add(_adapter.Conversation.User!);
        return _adapter.ProcessActivityAsync(update, _callback!, CancellationToken.None);
    });

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan, TimeProvider.System));

    public TestFlow Test(string userSays, string expected, string? description = null, uint timeout = DefaultTimeoutMs) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Activity expected, string? description = null, uint timeout = DefaultTimeoutMs) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(
        string userSays, Action<IActivity> validateReply, string? description = null, uint timeout = DefaultTimeoutMs) =>
        Send(userSays).AssertReply(validateReply, description, timeout);

    /// <summary>Each user activity is sent, each bot activity expected.</summary>
    public TestFlow Test(
        IEnumerable<IActivity> activities, [CallerMemberName] string? description = null, uint timeout = DefaultTimeoutMs) =>
        Test(activities, (expected, actual) => Compare(expected, actual, description), description, timeout);

    public TestFlow Test(
        IEnumerable<IActivity> activities,
        Action<IActivity, IActivity> validateReply,
        [CallerMemberName] string? description = null,
        uint timeout = DefaultTimeoutMs) =>
        activities.Aggregate(this, (flow, activity) => activity.From?.Role == RoleTypes.Bot
            ? flow.AssertReply(actual => validateReply(activity, actual), description, timeout)
            : flow.Send(activity));

    /// <summary>Text is compared without the space around it.</summary>
    public TestFlow AssertReply(string expected, string? description = null, uint timeout = DefaultTimeoutMs) =>
        AssertReply(_adapter.MakeActivity(expected), description ?? expected, timeout);

    public TestFlow AssertReply(
        IActivity expected, [CallerMemberName] string? description = null, uint timeout = DefaultTimeoutMs) =>
        AssertReply(reply => Compare(expected, reply, description), description, timeout);

    public TestFlow AssertReply(
        IActivity expected,
        IEqualityComparer<IActivity> equalityComparer,
        [CallerMemberName] string? description = null,
        uint timeout = DefaultTimeoutMs) => AssertReply(
            reply =>
            {
                FailUnless(expected.Type == reply.Type, $"{description}: Type should match");
                FailUnless(equalityComparer.Equals(expected, reply), $"Expected:{expected}\nReceived:{reply}");
            },
            description,
            timeout);

    public TestFlow AssertReply(
        Action<IActivity> validateActivity, [CallerMemberName] string? description = null, uint timeout = DefaultTimeoutMs) =>
        Then(async () => validateActivity(await NextReplyAsync(description, timeout)));

    public TestFlow AssertReplyContains(string expected, string? description = null, uint timeout = DefaultTimeoutMs) => AssertReply(
        reply =>
        {
            var text = reply.AsMessageActivity()?.Text;
            FailUnless(
                text?.Contains(expected, StringComparison.Ordinal) == true,
                $"{description}:\nExpected:{expected}\nReceived:{text ?? "Not a Message Activity"}");
        },
        description,
        timeout);

    public TestFlow AssertReplyOneOf(
        string[] candidates, [CallerMemberName] string? description = null, uint timeout = DefaultTimeoutMs) => AssertReply(
        reply =>
        {
            var text = reply.AsMessageActivity()?.Text;
            FailUnless(
                candidates.Contains(text),
                $"{description}: Text \"{text}\" does not match one of candidates: {string.Join('\n', candidates)}");
        },
        description,
        timeout);

    /// <param name="description">What the failure says.</param>
    /// <param name="timeout">How long to wait for a reply that must not come; a turn that is over sends no more.</param>
    public TestFlow AssertNoReply([CallerMemberName] string? description = null, uint timeout = DefaultTimeoutMs) => Then(async () =>
    {
        try
        {
            var reply = await NextReplyAsync(description, timeout);
            FailUnless(false, $"{reply.AsMessageActivity()?.Text ?? reply.Type} came when no reply was expected: '{description}'");
        }
        catch (TaskCanceledException)
        {
            // As expected.
        }
    });

    private TestFlow Then(Func<Task> exchange) => new(
        async () =>
        {
            await _testTask;
            await exchange();
        },
        this);

    private async Task<IActivity> NextReplyAsync(string? description, uint timeoutMs)
    {
        var limit = System.Diagnostics.Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(timeoutMs);
        using var timeout = new CancellationTokenSource(limit, TimeProvider.System);
        try
        {
            return await _adapter.GetNextReplyAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TaskCanceledException($"No reply within {timeoutMs} ms, waiting for '{description}'");
        }
    }

    private static void Compare(IActivity expected, IActivity reply, string? description)
    {
        FailUnless(expected.Type == reply.Type, $"{description}: Type should match");
        var wanted = expected.AsMessageActivity()?.Text;
        var text = reply.AsMessageActivity()?.Text;
        FailUnless(wanted?.Trim() == text?.Trim(), $"{description}:\nExpected:{wanted}\nReceived:{text}");
    }

    private static void FailUnless(bool condition, string message)
    {
        if (!condition)
        {
            throw new Exception(message);
        }
    }
}

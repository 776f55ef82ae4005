using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Support;

internal static class RunningClock
{
    /// <summary>Lets the clock run while something waits on it.</summary>
    public static async Task<T> RunUntilAsync<T>(this FakeTimeProvider time, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        return await task;
    }
}

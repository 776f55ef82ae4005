using CoachBot.Coaching;

namespace CoachBot.Hosting;

/// <summary>Once a day: data that is kept no longer goes.</summary>
internal sealed class RetentionSweeper(Retention retention, TimeProvider time, ILogger<RetentionSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Log.RetentionSwept(log, await retention.SweepAsync(stoppingToken));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.RetentionFailed(log, e);
            }
        }
    }
}

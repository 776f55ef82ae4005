using CoachBot.BotBuilder.Turns;

namespace CoachBot.Hosting;

/// <summary>Every half minute: what committed turns still owe is done, and turns that a dead process had promised are taken.</summary>
internal sealed class TurnSweeper(TurnEngine engine, TurnInbox inbox, TimeProvider time, ILogger<TurnSweeper> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await inbox.DrainAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await engine.SweepAsync(stoppingToken);
                await inbox.RecoverAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.SweepFailed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

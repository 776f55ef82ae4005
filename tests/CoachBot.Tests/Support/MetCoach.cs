using System.Globalization;
using CoachBot.BotBuilder;
using CoachBot.Coaching;
using CoachBot.Coaching.Dialogs;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Support;

/// <summary>The coach for runners that it has met: consent was given and the questions of the first meeting were asked.</summary>
internal sealed class MetCoach(CoachActivityHandler coach, CoachState state) : IBot
{
    private static readonly RunnerRecord Met = new()
    {
        ConsentedAt = DateTimeOffset.Parse("2026-01-01T00:00:00Z", CultureInfo.InvariantCulture),
        Met = [.. Question.FirstMeeting.Select(question => question.Name)],
    };

    public static void AddTo(IServiceCollection services) =>
        services.AddCoach(new ContentFiles()).AddSingleton<CoachActivityHandler>().AddSingleton<IBot, MetCoach>();

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await state.Runner.GetAsync(turnContext, () => Met, cancellationToken);
        await coach.OnTurnAsync(turnContext, cancellationToken);
    }
}

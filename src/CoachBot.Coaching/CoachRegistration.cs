using CoachBot.BotBuilder;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Coaching;

public static class CoachRegistration
{
    /// <summary>The coach as the <see cref="IBot"/>. The host adds an <see cref="IStorage"/>; the content is loaded and checked here.</summary>
    /// <exception cref="ContentException">A prompts file or a card is faulty.</exception>
    public static IServiceCollection AddCoach(this IServiceCollection services, IContentFiles files)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(DialogContent.Load(files));
        services.AddSingleton<ConversationState>();
        services.AddSingleton<UserState>();
        services.AddSingleton<CoachState>();
        services.TryAddSingleton(new CoachOptions());
        services.AddSingleton<Retention>();
        services.TryAddSingleton<CoachFailure>();
        services.AddSingleton<IBot, CoachActivityHandler>();
        return services;
    }
}

using CoachBot.Coaching.History;

namespace CoachBot.Pictures;

internal static class PictureRegistration
{
    public static IServiceCollection AddPictures(this IServiceCollection services, PictureOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<PictureLinks>();
        services.AddSingleton<IPictureLinks>(provider => provider.GetRequiredService<PictureLinks>());
        services.AddHostedService(provider => provider.GetRequiredService<PictureLinks>());
        return services;
    }

    /// <summary>Nothing where the hosted bot keeps no history.</summary>
    public static WebApplication MapPictures(this WebApplication app)
    {
        if (app.Services.GetService<HistoryPictures>() is null)
            return app;

        var endpoint = ActivatorUtilities.CreateInstance<PictureEndpoint>(app.Services);
        app.Lifetime.ApplicationStopped.Register(endpoint.Dispose);
        app.MapGet("/pictures/{token}.png", endpoint.GetAsync);
        return app;
    }
}

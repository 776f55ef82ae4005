using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using CoachBot.BotBuilder;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Azure;
using CoachBot.Scheduling.Sqlite;
using CoachBot.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Commands;

/// <summary>The schedule of the morning check-ins, kept where the conversations are.</summary>
internal static class CheckInRegistration
{
    /// <summary>Kinds of processes that speak in different channels do not take each other's work.</summary>
    public const string Host = "host";
    public const string Terminal = "terminal";

    /// <summary>The schedule and those who work it off.</summary>
    /// <inheritdoc cref="AddCheckInSchedule"/>
    public static IServiceCollection AddCheckIns(this IServiceCollection services, IConfiguration configuration, string kind)
    {
        services.AddCheckInSchedule(configuration, kind);
        services.AddSingleton<SendBudgets>();
        services.AddSingleton<CheckInSweeper>();
        services.AddSingleton<CheckInWorker>();
        services.TryAddSingleton<ICheckInSender, TurnSender>();
        services.AddSingleton<CheckInHealthCheck>();
        if (!CheckInOptions.Read(configuration).Enabled)
            return services;

        services.AddHostedService<CheckInService>();
        services.AddHealthChecks().AddCheck<CheckInHealthCheck>("check-ins");
        return services;
    }

    /// <summary>After the storage: documents of the schedule go to it from now on.</summary>
    /// <param name="services">With an <see cref="IStorage"/>.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="kind">Which processes share the work.</param>
    /// <exception cref="SettingsException">A setting is unusable.</exception>
    public static IServiceCollection AddCheckInSchedule(this IServiceCollection services, IConfiguration configuration, string kind)
    {
        var options = CheckInOptions.Read(configuration);
        services.AddSingleton(options);
        services.TryAddSingleton(CheckInClock.Default);
        services.AddSingleton<CheckInMetrics>();
        services.AddSingleton<CheckInAudit>();
        var storage = StorageOptions.Read(configuration);
        if (storage.Provider == StorageProvider.AzureBlobs)
            AddAzure(services, storage, kind);
        else
            AddSqlite(services, storage, kind);
        Decorate(services);
        return services;
    }

    private static string Owner => $"{Environment.MachineName}-{Environment.ProcessId}";

    private static void AddAzure(IServiceCollection services, StorageOptions storage, string kind)
    {
        services.AddSingleton<ICheckInStore>(new TableCheckInStore(Tables(storage).GetTableClient(TableCheckInStore.TableName)));
        services.AddSingleton<IDispatchQueue>(new AzureDispatchQueue(Queues(storage).GetQueueClient($"{AzureDispatchQueue.QueueName}-{kind}")));
        services.AddSingleton<IShardLeases>(provider => new BlobShardLeases(
            storage.OpenBlobs().GetBlobContainerClient($"{BlobShardLeases.ContainerName}-{kind}"),
            provider.GetRequiredService<ICheckInStore>().Shards,
            Owner,
            provider.GetRequiredService<CheckInOptions>().LeaseLength,
            provider.GetRequiredService<TimeProvider>()));
    }

    private static TableServiceClient Tables(StorageOptions storage) => storage.ConnectionString is { } connection
        ? new TableServiceClient(connection)
        : new TableServiceClient(Sibling(storage, "table"), new DefaultAzureCredential());

    private static QueueServiceClient Queues(StorageOptions storage) => storage.ConnectionString is { } connection
        ? new QueueServiceClient(connection)
        : new QueueServiceClient(Sibling(storage, "queue"), new DefaultAzureCredential());

    /// <summary>The account's address for another kind of storage: https://NAME.table.core.windows.net.</summary>
    private static Uri Sibling(StorageOptions storage, string kind) =>
        new(storage.AccountUrl!.AbsoluteUri.Replace(".blob.", $".{kind}.", StringComparison.OrdinalIgnoreCase));

    private static void AddSqlite(IServiceCollection services, StorageOptions storage, string kind)
    {
        services.AddSingleton(new ScheduleDatabase(storage.Provider == StorageProvider.Sqlite ? storage.Path : null));
        services.AddSingleton<ICheckInStore, SqliteCheckInStore>();
        services.AddSingleton<IDispatchQueue>(provider => ActivatorUtilities.CreateInstance<SqliteDispatchQueue>(provider, kind));
        services.AddSingleton<IShardLeases>(provider => new SqliteShardLeases(
            provider.GetRequiredService<ScheduleDatabase>(), kind, Owner, provider.GetRequiredService<TimeProvider>()));
    }

    private static void Decorate(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IStorage));
        services.Remove(inner);
        services.AddSingleton<IStorage>(provider =>
        {
            var others = (IListingStorage)(inner.ImplementationInstance ?? inner.ImplementationFactory!(provider));
            return new GuardedStorage(ActivatorUtilities.CreateInstance<ScheduleStorage>(provider, others));
        });
    }
}

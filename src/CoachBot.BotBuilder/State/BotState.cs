using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder;

/// <summary>
/// Properties under one storage key, loaded at most once per turn and saved when they differ from what was loaded.
/// A save that would overwrite what another turn wrote in between throws <see cref="StorageConflictException"/>.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    /// <param name="storage">Where the state is kept, unless the turn has a storage of its own.</param>
    /// <param name="contextServiceKey">The name of the cache in the turn state.</param>
    protected BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentNullException(nameof(name));
        return new BotStatePropertyAccessor<T>(this, name);
    }

    /// <param name="turnContext">The turn.</param>
    /// <param name="force">Read again, and forget what this turn changed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && GetCachedState(turnContext) is not null)
            return;

        var items = await StorageOf(turnContext).ReadAsync([key], cancellationToken);
        items.TryGetValue(key, out var value);
        turnContext.TurnState[_contextServiceKey] = value switch
        {
            null => new CachedBotState(null, etag: null),
            StoredItem item => new CachedBotState(item.Value, item.ETag),
            JsonObject json => new CachedBotState(json, (value as IStoreItem)?.ETag),
            _ when StateJson.ToNode(value) is JsonObject json => new CachedBotState(json, (value as IStoreItem)?.ETag ?? "*"),
            _ => throw new InvalidOperationException($"What is stored under '{key}' is no state: a JSON object is expected."),
        };
    }

    /// <param name="turnContext">The turn.</param>
    /// <param name="force">Save even what did not change. What was never loaded in this turn is not saved at all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (GetCachedState(turnContext) is not { } cached || !(force || cached.IsChanged()))
            return;

        var item = cached.ToStoredItem();
        var changes = new Dictionary<string, object> { [GetStorageKey(turnContext)] = item };
        await StorageOf(turnContext).WriteAsync(changes, cancellationToken);
        cached.MarkSaved(item.ETag);
    }

    /// <summary>Empties the state for this turn; a save makes it so in storage.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cached = GetCachedState(turnContext);
        turnContext.TurnState[_contextServiceKey] = CachedBotState.Cleared(cached is null ? "*" : cached.ETag);
        return Task.CompletedTask;
    }

    /// <summary>Deletes the state from the turn and from storage, at once.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        await StorageOf(turnContext).DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>A copy of the state as this turn sees it; null before it is loaded.</summary>
    public JsonNode? Get(ITurnContext turnContext) => GetCachedState(turnContext)?.ToJson();

    public CachedBotState? GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    /// <exception cref="ArgumentNullException">The activity of the turn lacks a part of the key.</exception>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no such property and T has no null.</exception>
    protected Task<T?> GetPropertyValueAsync<T>(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        var cached = Loaded(turnContext, propertyName);
        if (cached.State.TryGetValue(propertyName, out var value))
            return Task.FromResult(value is null ? default : cached.Shape<T>(propertyName, value));
        if (typeof(T).IsValueType)
            throw new KeyNotFoundException(propertyName);
        return Task.FromResult<T?>(default);
    }

    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object? value, CancellationToken cancellationToken = default)
    {
        Loaded(turnContext, propertyName).State[propertyName] = value;
        return Task.CompletedTask;
    }

    protected Task DeletePropertyValueAsync(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        Loaded(turnContext, propertyName).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    private CachedBotState Loaded(ITurnContext turnContext, string propertyName)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        return GetCachedState(turnContext)
            ?? throw new InvalidOperationException($"Load the state before using its property '{propertyName}'.");
    }

    private IStorage StorageOf(ITurnContext turnContext) => turnContext.TurnState.Get<ITurnStorage>() ?? _storage;

    private sealed class BotStatePropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T?> GetAsync(
            ITurnContext turnContext, Func<T?>? defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken);
            if (state.GetCachedState(turnContext)!.State.TryGetValue(name, out var value) && value is not null)
                return await state.GetPropertyValueAsync<T>(turnContext, name, cancellationToken);
            if (defaultValueFactory is null)
                return default;

            var made = defaultValueFactory();
            await SetAsync(turnContext, made, cancellationToken);
            return made;
        }

        public async Task SetAsync(ITurnContext turnContext, T? value, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }
    }
}

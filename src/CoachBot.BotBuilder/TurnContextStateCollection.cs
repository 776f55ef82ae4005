namespace CoachBot.BotBuilder;

/// <summary>Objects of one turn, by name or by the full name of their type. Disposable ones are disposed with the turn.</summary>
public class TurnContextStateCollection : Dictionary<string, object?>, IDisposable
{
    private bool _disposed;

    /// <returns>The object, or null when there is none or it is of another type.</returns>
    public T? Get<T>(string key)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    public T? Get<T>()
        where T : class => Get<T>(KeyOf<T>());

    /// <exception cref="ArgumentException">There is one of that name already.</exception>
    public void Add<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    public void Add<T>(T value)
        where T : class => Add(KeyOf<T>(), value);

    public void Set<T>(string key, T? value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        this[key] = value;
    }

    public void Set<T>(T? value)
        where T : class => Set(KeyOf<T>(), value);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
            return;
        _disposed = true;
        foreach (var value in Values)
            (value as IDisposable)?.Dispose();
    }

    private static string KeyOf<T>() => typeof(T).FullName!;
}

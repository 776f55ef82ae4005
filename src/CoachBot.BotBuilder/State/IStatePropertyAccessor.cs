namespace CoachBot.BotBuilder;

public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>One property of a state, loaded when first asked for and saved with the rest of that state.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The value; when there is none, what the factory makes, which is then the value.</summary>
    Task<T?> GetAsync(ITurnContext turnContext, Func<T?>? defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T? value, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}

using System.Globalization;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Typed reading of dialog state, before and after a trip through storage.</summary>
public static class DialogStateExtensions
{
    /// <summary>
    /// The value as T, default when there is none. What came out of storage as a list or dictionary is turned into T once
    /// and put back, so that changes to it are kept.
    /// </summary>
    /// <exception cref="System.Text.Json.JsonException">The stored value has another shape.</exception>
    public static T? GetValue<T>(this IDictionary<string, object> state, string key)
    {
        ArgumentNullException.ThrowIfNull(state);
        var stored = state.TryGetValue(key, out var found) ? found : null;
        var value = As<T>(stored);
        if (value is not null && stored is not T && !typeof(T).IsValueType)
        {
            state[key] = value;
        }

        return value;
    }

    internal static T? As<T>(object? stored)
    {
        if (stored is null or T)
        {
            return stored is T value ? value : default;
        }

        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return stored is IConvertible && type.IsPrimitive
            ? (T)Convert.ChangeType(stored, type, CultureInfo.InvariantCulture)
            : StateJson.Convert<T>(stored);
    }
}

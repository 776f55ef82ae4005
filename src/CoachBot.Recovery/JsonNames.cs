using System.Collections.Frozen;

namespace CoachBot.Recovery;

/// <summary>Enum values as the documents spell them: the C# name in camel case, but for the times of day.</summary>
public static class JsonNames
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    public static bool TryParse<T>(string name, out T value) where T : struct, Enum => Names<T>.ByName.TryGetValue(name, out value);

    /// <summary>All spellings, for messages about a wrong one.</summary>
    public static string All<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(value => value, Spell);

        public static readonly FrozenDictionary<string, T> ByName = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        private static string Spell(T value) => value switch
        {
            When.FirstTwoHours => "0-2h",
            When.TwoToSixHours => "2-6h",
            _ => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..],
        };
    }
}

using System.Text.Json;

namespace CoachBot.Channels;

/// <summary>The few words that a channel says itself, from a folder with one file per language.</summary>
internal sealed class ChannelTexts
{
    private const string Fallback = "en";
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _languages;

    private ChannelTexts(Dictionary<string, IReadOnlyDictionary<string, string>> languages) => _languages = languages;

    public IReadOnlyCollection<string> Languages => _languages.Keys;

    /// <exception cref="SettingsException">A language lacks a text that English has, or has one that English lacks.</exception>
    public static ChannelTexts Load(string folder)
    {
        var languages = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            languages[Path.GetFileNameWithoutExtension(file)] = Read(file);

        if (!languages.TryGetValue(Fallback, out var english))
            throw new SettingsException($"{folder} has no {Fallback}.json.");

        foreach (var (language, texts) in languages)
        {
            if (english.Keys.Except(texts.Keys).Concat(texts.Keys.Except(english.Keys)).FirstOrDefault() is { } key)
                throw new SettingsException($"{folder}: '{key}' stands in only one of {Fallback}.json and {language}.json.");
        }

        return new ChannelTexts(languages);
    }

    /// <summary>The first language of the list that we have ("pt-BR" counts as "pt"), else English.</summary>
    public (string Language, IReadOnlyDictionary<string, string> Texts) Choose(IEnumerable<string> wanted)
    {
        foreach (var tag in wanted)
        {
            var language = tag.Split('-')[0].ToLowerInvariant();
            if (_languages.TryGetValue(language, out var texts))
                return (language, texts);
        }

        return (Fallback, _languages[Fallback]);
    }

    private static Dictionary<string, string> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "");
    }
}

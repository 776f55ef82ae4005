namespace CoachBot.BotBuilder.Dialogs.Recognizers;

/// <summary>The words for yes and no, by language. Lower case, without accents where a keyboard may lack them.</summary>
internal static class YesNoWords
{
    /// <summary>Written without spaces between words.</summary>
    public static bool IsUnspaced(string language) => language is "zh" or "ja" or "ko";

    /// <summary>English words are understood beside those of any other language.</summary>
    /// <summary>Neither yes nor no, whatever words are in it.</summary>
    public static readonly string[] Unsure =
    [
        "not sure", "i don't know", "don't know", "no idea", "no se", "no estoy seguro", "no estoy segura", "ni idea",
        "je ne sais pas", "pas sur", "pas sure", "aucune idee", "weiss nicht", "weiß nicht", "keine ahnung", "nicht sicher",
        "nao sei", "nao tenho certeza", "sem ideia",
    ];

    public static (string[] Yes, string[] No) For(string language) => Words.TryGetValue(language, out var words) ? words : Words["en"];

    private static readonly Dictionary<string, (string[] Yes, string[] No)> Words = new()
    {
        ["en"] = (
            [
                "yes", "yep", "yup", "yeah", "yea", "yah", "y", "true", "sure", "ok", "okay", "agree", "agreed", "of course",
                "correct", "right", "absolutely", "definitely", "👍", "👌",
            ],
            [
                "no", "nope", "nop", "nah", "n", "false", "disagree", "not ok", "not okay", "not correct", "not really",
                "not right", "don't agree", "do not agree", "no way", "👎", "✋", "🖐",
            ]),
        ["es"] = (
            ["si", "sip", "vale", "claro", "correcto", "verdad", "verdadero", "de acuerdo", "por supuesto", "asi es", "s"],
            ["no", "nop", "falso", "nunca", "para nada", "claro que no", "no estoy de acuerdo", "n"]),
        ["fr"] = (
            ["oui", "ouais", "ouaip", "d'accord", "dac", "vrai", "bien sur", "c'est ca", "exact", "o"],
            ["non", "nan", "nope", "faux", "pas d'accord", "pas du tout", "bien sur que non", "n"]),
        ["de"] = (
            [
                "ja", "jo", "jep", "jawohl", "jap", "klar", "sicher", "stimmt", "richtig", "einverstanden", "wahr", "gerne",
                "gern", "genau", "j",
            ],
            ["nein", "ne", "nee", "no", "falsch", "nicht", "stimmt nicht", "nicht einverstanden", "nicht richtig", "auf keinen fall", "n"]),
        ["pt"] = (
            ["sim", "s", "claro", "certo", "verdade", "verdadeiro", "concordo", "com certeza", "isso", "pode ser"],
            ["nao", "n", "falso", "nunca", "discordo", "nao concordo", "de jeito nenhum", "claro que nao"]),
        ["nl"] = (
            ["ja", "jep", "jawel", "zeker", "akkoord", "klopt", "juist", "waar", "j"],
            ["nee", "neen", "nope", "niet", "niet akkoord", "klopt niet", "onwaar", "fout", "n"]),
        ["it"] = (
            ["si", "certo", "vero", "esatto", "va bene", "d'accordo", "certamente", "s"],
            ["no", "falso", "non va bene", "non sono d'accordo", "certo che no", "per niente", "n"]),
        ["sv"] = (
            ["ja", "japp", "jo", "visst", "sant", "absolut", "javisst", "j"],
            ["nej", "nix", "na", "inte", "falskt", "absolut inte", "n"]),
        ["tr"] = (
            ["evet", "e", "tamam", "olur", "tabii", "tabi", "dogru", "elbette"],
            ["hayir", "h", "yok", "olmaz", "yanlis", "dogru degil", "tamam degil"]),
        ["bg"] = (
            ["да", "добре", "разбира се", "вярно", "съгласен", "съгласна"],
            ["не", "невярно", "не е вярно", "не съм съгласен", "не съм съгласна"]),
        ["hi"] = (
            ["हां", "हाँ", "हा", "जी", "ठीक है", "सही", "सच", "बिल्कुल"],
            ["नहीं", "नही", "ना", "मत", "गलत", "ठीक नहीं", "ठीक नहीं है"]),
        ["zh"] = (
            ["是的", "是", "好的", "好", "对", "對", "可以", "行", "同意", "没错", "不错", "确定", "嗯"],
            ["不是", "不好", "不对", "不對", "不可以", "不行", "不同意", "不确定", "不", "否", "没有", "没", "别"]),
        ["ja"] = (
            ["はい", "ええ", "うん", "そうです", "もちろん", "オーケー", "了解", "同意します", "正しい"],
            ["いいえ", "いや", "ううん", "違います", "ちがいます", "だめ", "ダメ", "同意しません", "正しくない", "ノー"]),
        ["ko"] = (
            ["예", "네", "응", "그래", "좋아", "맞아", "맞습니다", "물론", "동의"],
            ["아니요", "아니오", "아니", "싫어", "틀려", "안돼", "안 돼", "동의하지 않"]),
    };
}

using System.Runtime.CompilerServices;

namespace CoachBot.Recovery.Safety.Text;

/// <summary>One word or number of a text, with all the vocabulary symbols that it may stand for.</summary>
internal struct Token
{
    public SymbolSet Symbols;

    public int SymbolCount;

    /// <summary>For each symbol, in bits, the languages it was mended for; all bits where the word was typed so.</summary>
    public SymbolSet Languages;

    /// <summary>NaN where the token is no number.</summary>
    public double Number;

    /// <summary>Counts up at a full stop, question mark or line end.</summary>
    public int Sentence;

    /// <summary>Counts up at each comma, dash or bracket as well.</summary>
    public int Segment;

    /// <summary>A question mark follows.</summary>
    public bool AskedAfter;

    public void Add(int symbol, int languages = -1)
    {
        for (var index = 0; index < SymbolCount; index++)
        {
            if (Symbols[index] != symbol)
                continue;
            Languages[index] |= languages;
            return;
        }

        if (SymbolCount == SymbolSet.Capacity)
            return;
        Symbols[SymbolCount] = symbol;
        Languages[SymbolCount++] = languages;
    }
}

[InlineArray(Capacity)]
internal struct SymbolSet
{
    public const int Capacity = 8;

    private int _first;
}

using System.Runtime.CompilerServices;

namespace CoachBot.Recovery.Safety.Text;

/// <summary>One word or number of a text, with all the vocabulary symbols that it may stand for.</summary>
internal struct Token
{
    public SymbolSet Symbols;

    /// <summary>How many of the symbols are as typed; those after them come from mending a slip.</summary>
    public int TypedCount;

    public int SymbolCount;

    /// <summary>In bits, the languages whose lists know it as typed.</summary>
    public int KnownIn;

    /// <summary>The same, but as a whole word and not by its beginning.</summary>
    public int WholeIn;

    /// <summary>NaN where the token is no number.</summary>
    public double Number;

    /// <summary>Counts up at a full stop, question mark or line end.</summary>
    public int Sentence;

    /// <summary>Counts up at each comma, dash or bracket as well.</summary>
    public int Segment;

    /// <summary>Where its letters lie in the folded text.</summary>
    public int Start;

    public int Length;

    /// <summary>A question mark follows.</summary>
    public bool AskedAfter;

    public void AddTyped(int symbol, int languages, bool isWhole)
    {
        KnownIn |= languages;
        if (isWhole)
            WholeIn |= languages;
        AddMended(symbol);
        TypedCount = SymbolCount;
    }

    public void AddMended(int symbol)
    {
        for (var index = 0; index < SymbolCount; index++)
        {
            if (Symbols[index] == symbol)
                return;
        }

        if (SymbolCount < SymbolSet.Capacity)
            Symbols[SymbolCount++] = symbol;
    }
}

[InlineArray(Capacity)]
internal struct SymbolSet
{
    public const int Capacity = 8;

    private int _first;
}

using CoachBot.Coaching.Language.Grammar;

namespace CoachBot.Coaching.Language.Reading;

/// <summary>A message cut into items, in one language with a second one to help out.</summary>
internal sealed class Utterance
{
    private static readonly HashSet<string> Separators = [",", ".", ";", "!", "?", "\n", "|", "•", "…", "+", "&"];

    /// <summary>Shorter words of another language are too often something else here: French "tôt" is no German "tot".</summary>
    private const int MinForeign = 4;
    private readonly List<int> _itemOfToken = [];

    private Utterance(string text, RunningGrammar grammar, List<Token> tokens)
    {
        Text = text;
        Grammar = grammar;
        Tokens = tokens;
    }

    public string Text { get; }

    public RunningGrammar Grammar { get; }

    public List<Token> Tokens { get; }

    public List<Item> Items { get; } = [];

    /// <summary>An earlier answer is being mended: "6 to 8" is then no range.</summary>
    public bool Corrects { get; private set; }

    /// <param name="text">The message as typed.</param>
    /// <param name="cut">Its tokens.</param>
    /// <param name="main">The language that it is in.</param>
    /// <param name="second">Asked for what the main language does not know.</param>
    public static Utterance Read(string text, List<Token> cut, RunningGrammar main, RunningGrammar? second)
    {
        var utterance = new Utterance(text, main, WordRepair.Repair(cut, main, second));
        utterance.FindItems(second);
        utterance.NumberClauses();
        utterance.Corrects = utterance.Items.Exists(item => item.Is(WordClass.Correction));
        return utterance;
    }

    public Item ItemOf(int token) => Items[_itemOfToken[token]];

    /// <summary>Whether one of the words of a phrase has such a sense of its own.</summary>
    public bool Holds(Item item, Func<Sense, bool> which)
    {
        for (var t = item.FirstToken; t < item.EndToken; t++)
        {
            if (Grammar.Phrases.HasSense(Tokens[t].Text, which))
                return true;
        }

        return false;
    }

    private void FindItems(RunningGrammar? second)
    {
        for (var i = 0; i < Tokens.Count;)
        {
            var (count, senses) = Grammar.Phrases.Longest(Tokens, i);
            if (second is not null && Tokens[i].Kind == TokenKind.Word && (count == 0 || senses.All(sense => sense.Class == WordClass.Filler)) && !IsCommon(i))
            {
                var other = second.Phrases.Longest(Tokens, i);
                if (other.Count > count && (other.Count > 1 || Tokens[i].Text.Length >= MinForeign))
                    (count, senses) = other;
            }

            var end = i + Math.Max(count, 1);
            Items.Add(new Item(Tokens[i], i, end, senses, Tokens[i].Start, Tokens[end - 1].End));
            for (; i < end; i++)
                _itemOfToken.Add(Items.Count - 1);
        }
    }

    /// <summary>A plain word of the main language keeps its meaning there, whatever it is elsewhere.</summary>
    private bool IsCommon(int token) => Grammar.Known.Contains(Tokens[token].Text);

    private void NumberClauses()
    {
        var clause = 0;
        for (var i = 0; i < Items.Count; i++)
        {
            var item = Items[i];
            if (item.IsMark && (Separators.Contains(item.First.Text) || item.First.Text.Length == 2))
                clause++;

            item.Clause = clause;
        }
    }
}

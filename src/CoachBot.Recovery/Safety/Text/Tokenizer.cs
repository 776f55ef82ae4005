using System.Globalization;

namespace CoachBot.Recovery.Safety.Text;

/// <summary>Text to tokens in one pass. Punctuation leaves no token, only sentence and segment numbers.</summary>
internal sealed class Tokenizer
{
    private const int EveryLanguage = -1;

    private static readonly string[] Elided = ["j", "l", "d", "n", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"];

    // "I'll" without its apostrophe would be "ill", and "we're" would be "were".
    private static readonly string[] Contractions = ["i'll", "we'll", "he'll", "she'll", "we're", "i'd"];

    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, int> _contracted;
    private readonly int _slash;
    private readonly int _plus;
    private readonly int _degrees;
    private readonly int _blood;
    private readonly int _brokenHeart;

    public Tokenizer(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _contracted = Contractions.ToDictionary(written => written, written => vocabulary.Word(written), StringComparer.Ordinal);
        _slash = vocabulary.Word("/");
        _plus = vocabulary.Word("+");
        _degrees = vocabulary.Word("°");
        _blood = vocabulary.Word("🩸");
        _brokenHeart = vocabulary.Word("💔");
    }

    /// <summary>How long the buffer for the folded text must be.</summary>
    public static int LongestFolded(string text) => (text.Length * 2) + 1;

    public void Read(string text, Span<char> buffer, List<Token> into)
    {
        var length = CharacterFolding.Fold(text, buffer);
        new Reader(this, into).Read(buffer[..length]);
    }

    /// <summary>Adds what words with a slip in them may mean in that language.</summary>
    public void Mend(ReadOnlySpan<char> buffer, Span<Token> tokens, int language)
    {
        foreach (ref var token in tokens)
        {
            if (token.Length > 0)
                _vocabulary.Mend(buffer.Slice(token.Start, token.Length), language, ref token);
        }
    }

    private ref struct Reader(Tokenizer owner, List<Token> into)
    {
        private int _sentence;
        private int _segment;

        public void Read(Span<char> text)
        {
            var at = 0;
            while (at < text.Length)
            {
                var character = text[at];
                if (IsLetter(character))
                    at = ReadWord(text, at);
                else if (char.IsAsciiDigit(character))
                    at = ReadNumber(text, at);
                else
                    at = ReadSign(text, at);
            }
        }

        private static bool IsLetter(char character) => character is >= 'a' and <= 'z' || (character >= 0x80 && char.IsLetter(character));

        private int ReadSign(Span<char> text, int at)
        {
            switch (text[at])
            {
                case '?':
                    if (into.Count > 0)
                        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(into)[^1].AskedAfter = true;
                    goto case CharacterFolding.Break;
                case CharacterFolding.LineEnd:
                case CharacterFolding.Break:
                    // "9. Klasse" may be an ordinal: not the end of a sentence.
                    if (!IsOrdinal(text, at))
                        _sentence++;
                    _segment++;
                    break;
                case CharacterFolding.Comma or ':' or '/':
                    _segment++;
                    break;
                case '-':
                    // A hyphen inside a word joins two words; one that stands free is a dash.
                    if (at == 0 || at + 1 >= text.Length || text[at - 1] == ' ' || text[at + 1] == ' ')
                        _segment++;
                    break;
                case '+' or '&':
                    AddSymbol(owner._plus);
                    break;
                case '°':
                    AddSymbol(owner._degrees);
                    break;
                case CharacterFolding.Blood:
                    AddSymbol(owner._blood);
                    break;
                case CharacterFolding.BrokenHeart:
                    AddSymbol(owner._brokenHeart);
                    break;
            }

            return at + 1;
        }

        private static bool IsOrdinal(ReadOnlySpan<char> text, int at)
        {
            if (text[at] != CharacterFolding.Break || at == 0 || !char.IsAsciiDigit(text[at - 1]))
                return false;
            var rest = text[(at + 1)..];
            var word = rest.TrimStart(' ');
            return word.Length < rest.Length && word.Length > 0 && IsLetter(word[0]);
        }

        private int ReadWord(Span<char> text, int start)
        {
            var end = start;
            while (end < text.Length && (IsLetter(text[end]) || IsInside(text, end)))
                end++;

            var word = text[start..end];
            var quote = word.IndexOf(CharacterFolding.Quote);
            if (quote > 0 && word.Length - quote > 1 && IsElided(word[..quote]))
            {
                AddWord(text, start, quote);
                return start + quote + 1;
            }

            if (quote > 0 && owner._contracted.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var symbol))
                AddSymbol(symbol);
            else
                AddWord(text, start, quote < 0 ? word.Length : RemoveQuotes(word));
            return end;
        }

        /// <summary>An apostrophe, or one sign put in place of a letter ("su1cide", "k*ll"), with letters on both sides.</summary>
        private static bool IsInside(Span<char> text, int at) =>
            text[at] is CharacterFolding.Quote or '*' or '@' or (>= '0' and <= '9')
            && at > 0 && at + 1 < text.Length && IsLetter(text[at - 1]) && IsLetter(text[at + 1]);

        private static bool IsElided(ReadOnlySpan<char> prefix)
        {
            foreach (var elided in Elided)
            {
                if (prefix.SequenceEqual(elided))
                    return true;
            }

            return false;
        }

        private static int RemoveQuotes(Span<char> word)
        {
            var length = 0;
            foreach (var character in word)
            {
                if (character != CharacterFolding.Quote)
                    word[length++] = character;
            }

            return length;
        }

        private void AddWord(Span<char> text, int start, int length)
        {
            var typed = length;
            length = Squeeze(text.Slice(start, length), 2);
            var split = owner._vocabulary.FindSplit(text.Slice(start, length));
            if (split > 0)
            {
                AddToken(text, start, split);
                AddToken(text, start + split, length - split);
                return;
            }

            if (!AddToken(text, start, length) && length < typed && Squeeze(text.Slice(start, length), 1) is var single && single < length)
            {
                into.RemoveAt(into.Count - 1);
                AddToken(text, start, single);
            }
        }

        private bool AddToken(ReadOnlySpan<char> text, int start, int length)
        {
            var token = NewToken();
            token.Start = start;
            token.Length = length;
            var known = owner._vocabulary.Resolve(text.Slice(start, length), ref token);
            into.Add(token);
            return known;
        }

        /// <summary>"sooooo" keeps two of its letters, and one at the second try.</summary>
        private static int Squeeze(Span<char> word, int keep)
        {
            var stretched = 0;
            var length = 0;
            var run = 0;
            for (var index = 0; index < word.Length; index++)
            {
                run = index > 0 && word[index] == word[index - 1] ? run + 1 : 1;
                stretched = Math.Max(stretched, run);
            }

            if (keep == 2 ? stretched < 3 : stretched < 2)
                return word.Length;

            run = 0;
            for (var index = 0; index < word.Length; index++)
            {
                run = length > 0 && word[index] == word[length - 1] ? run + 1 : 1;
                if (run <= keep)
                    word[length++] = word[index];
            }

            return length;
        }

        private int ReadNumber(Span<char> text, int start)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;

            if (IsSignBetweenDigits(text, end, ':'))
            {
                // A clock or a pace ("2:45") is no quantity.
                into.Add(NewToken());
                end++;
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsSignBetweenDigits(text, end, ':')))
                    end++;
                return end;
            }

            var whole = end;
            if (IsSignBetweenDigits(text, end, '.') || IsSignBetweenDigits(text, end, ','))
            {
                end++;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
            }

            AddNumber(text[start..whole], text[whole..end]);
            if (!IsSignBetweenDigits(text, end, '/'))
                return end;

            AddSymbol(owner._slash);
            return end + 1;
        }

        private static bool IsSignBetweenDigits(ReadOnlySpan<char> text, int at, char sign) =>
            at > 0 && at + 1 < text.Length && text[at] == sign && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

        private void AddNumber(ReadOnlySpan<char> whole, Span<char> fraction)
        {
            var token = NewToken();
            if (whole.Length <= 9 && fraction.Length <= 9)
            {
                var thousands = fraction.Length == 4 && fraction[0] == ',';
                token.Number = double.Parse(whole, CultureInfo.InvariantCulture);
                if (thousands)
                    token.Number = (token.Number * 1000) + double.Parse(fraction[1..], CultureInfo.InvariantCulture);
                else if (fraction.Length > 1)
                    token.Number += double.Parse(fraction[1..], CultureInfo.InvariantCulture) / Math.Pow(10, fraction.Length - 1);
            }

            into.Add(token);
        }

        private void AddSymbol(int symbol)
        {
            var token = NewToken();
            token.AddTyped(symbol, EveryLanguage, isWhole: true);
            into.Add(token);
        }

        private readonly Token NewToken() => new() { Number = double.NaN, Sentence = _sentence, Segment = _segment };
    }
}

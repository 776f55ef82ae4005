namespace CoachBot.Coaching.Language.Grammar;

/// <summary>A grammar file that cannot be used; the message names the file, the key and the fault.</summary>
public sealed class GrammarException : Exception
{
    public GrammarException()
    {
    }

    public GrammarException(string message)
        : base(message)
    {
    }

    public GrammarException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public GrammarException(string file, string key, string fault)
        : base($"{file}, {key}: {fault}")
    {
    }
}

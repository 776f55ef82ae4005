namespace CoachBot.Health;

/// <summary>One thing that <c>doctor</c> looks at, before a host starts or beside one that runs. Each part brings its own.</summary>
internal interface ISelfCheck
{
    /// <summary>One word.</summary>
    string Name { get; }

    /// <summary>May throw: that is a failure with the exception's message.</summary>
    Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken);
}

internal enum SelfCheckVerdict
{
    Ok,

    /// <summary>It works, and somebody should look at it.</summary>
    Note,

    Fail,
}

/// <param name="Sentence">What was found, on one line.</param>
/// <param name="Remedy">What mends it; empty when nothing has to be.</param>
internal sealed record SelfCheckResult(SelfCheckVerdict Verdict, string Sentence, string Remedy = "")
{
    public static SelfCheckResult Ok(string sentence) => new(SelfCheckVerdict.Ok, sentence);

    public static SelfCheckResult Note(string sentence, string remedy) => new(SelfCheckVerdict.Note, sentence, remedy);

    public static SelfCheckResult Fail(string sentence, string remedy) => new(SelfCheckVerdict.Fail, sentence, remedy);
}

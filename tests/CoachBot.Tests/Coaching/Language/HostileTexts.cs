using CoachBot.Coaching.Language;

namespace CoachBot.Tests.Coaching.Language;

/// <summary>Messages of the greatest length that is read, each made of a piece that some part of the reading finds hard.</summary>
internal static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "1-1-1-", "one million ", "cent cent ", "hunderthundert", "10k easy slept 7h rpe 4 ", "stop reminder remind me at every ", "sore left right calf knee ",
        "xqzvw kjhgf ", "slept rpe energy stress ", "5 x 5 x ", "((((", "🏃‍♀️", "aaaaaaaaab", "what should i do today or ", "not not not sore ", "6 to 7 to ",
        "until monday for 3 days ", "7 3/4 and 1/2 ", "calvessoreeasy ", "11pm to 6:30 ", "no, 12 not 10 ", "é́́́", "1,000,000.5:30:30 ",
    ];

    public static IEnumerable<string> All => Pieces.Select(piece => OfLength(piece, RunnerLanguage.MaxLength));

    public static string OfLength(string piece, int length) => string.Concat(Enumerable.Repeat(piece, 1 + length / piece.Length))[..length];
}

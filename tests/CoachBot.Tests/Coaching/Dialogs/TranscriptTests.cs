using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Dialogs;

/// <summary>Whole conversations, as the runner sees them: Transcripts/{language}/*.txt.</summary>
public sealed class TranscriptTests
{
    private static readonly string Folder = Repository.PathOf("tests", "CoachBot.Tests", "Transcripts");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task The_conversation_goes_as_written(string file) => TranscriptFile.Read(Path.Combine(Folder, file)).PlayAsync();
}

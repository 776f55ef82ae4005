using System.Xml;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Coaching.WatchFiles;

/// <summary>Reads the session out of a GPX, TCX or FIT file. The kind is told by the content, never by the name.</summary>
public sealed class WatchFileReader : IFileReader
{
    /// <summary>A day on the trail with a point each second has about 20 MB as GPX; a marathon 4.</summary>
    public int LimitBytes => 24 * 1024 * 1024;

    public Attachment Read(ReadOnlyMemory<byte> file) => ReadFile(file).ToAttachment();

    public Attachment Refuse(FileRefusal reason) =>
        WatchFile.Without(reason == FileRefusal.TooLarge ? WatchFileProblem.TooLarge : WatchFileProblem.NotFetched).ToAttachment();

    /// <summary>Takes time in proportion to the size of the file, whatever is in it.</summary>
    public static WatchFile ReadFile(ReadOnlyMemory<byte> file)
    {
        if (FitReader.IsFit(file.Span))
            return Found(FitReader.Read(file.Span));
        if (!WatchXml.MayBeXml(file.Span))
            return WatchFile.Without(WatchFileProblem.OtherKind);

        try
        {
            using var xml = WatchXml.Open(file);
            return xml.MoveToContent() is not XmlNodeType.Element ? WatchFile.Without(WatchFileProblem.Unreadable) : xml.LocalName switch
            {
                "gpx" => Found(GpxReader.Read(xml)),
                "TrainingCenterDatabase" => Found(TcxReader.Read(xml)),
                _ => WatchFile.Without(WatchFileProblem.OtherKind),
            };
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            return WatchFile.Without(WatchFileProblem.Unreadable);
        }
    }

    private static WatchFile Found(WatchSession? session) =>
        session?.Believed() is { } believed ? new WatchFile { Session = believed } : WatchFile.Without(WatchFileProblem.NoSession);

    private static WatchFile Found((WatchSession? Session, bool IsWhole) fit) =>
        fit.IsWhole ? Found(fit.Session) : WatchFile.Without(WatchFileProblem.Unreadable);
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;

namespace CoachBot.Coaching.WatchFiles;

/// <summary>XML from strangers: no DTD, so no entities to swell and nothing to fetch, and no deeper than watches write.</summary>
internal static class WatchXml
{
    private const int DeepestElement = 32;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    /// <summary>Begins with "&lt;", after a byte order mark and blanks.</summary>
    public static bool MayBeXml(ReadOnlySpan<byte> file)
    {
        foreach (var letter in file[..Math.Min(file.Length, 256)])
        {
            if (letter == '<')
                return true;
            if (letter is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return false;
        }

        return false;
    }

    public static XmlReader Open(ReadOnlyMemory<byte> file)
    {
        var bytes = MemoryMarshal.TryGetArray(file, out var segment) ? segment : new ArraySegment<byte>(file.ToArray());
        return XmlReader.Create(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), Careful);
    }

    /// <summary>The next element, however deep; false at the end.</summary>
    /// <exception cref="InvalidDataException">Elements lie deeper inside each other than in any watch file.</exception>
    public static bool ReadElement(this XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.Depth > DeepestElement)
                throw new InvalidDataException("Elements lie too deep inside each other.");
            if (xml.NodeType == XmlNodeType.Element)
                return true;
        }

        return false;
    }

    /// <summary>The text straight after the element's start; empty when there is none. Stays before what follows it.</summary>
    public static string ReadText(this XmlReader xml) => !xml.IsEmptyElement && xml.Read() && xml.NodeType == XmlNodeType.Text ? xml.Value : "";

    public static double? ReadNumber(this XmlReader xml) => Number(xml.ReadText());

    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}

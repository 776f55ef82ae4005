using System.Buffers.Binary;

namespace CoachBot.Coaching.WatchFiles;

/// <summary>
/// The small part of Garmin's FIT format that tells of a session: definition messages, and of the data messages "session", or
/// "record" where a watch stopped before it wrote one. Everything else is stepped over by its declared length.
/// </summary>
internal static class FitReader
{
    private const int ShortestHeader = 12;
    private const int CrcLength = 2;

    public static bool IsFit(ReadOnlySpan<byte> file) => file.Length > ShortestHeader && file.Slice(8, 4).SequenceEqual(".FIT"u8);

    /// <returns>The session, if there is one, and whether the file is whole: its lengths and its checksum are right.</returns>
    public static (WatchSession? Session, bool IsWhole) Read(ReadOnlySpan<byte> file)
    {
        int headerLength = file[0];
        long dataLength = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (headerLength < ShortestHeader || headerLength + dataLength + CrcLength > file.Length)
            return (null, false);

        var end = headerLength + (int)dataLength;
        if (FitCrc.Of(file[..end]) != BinaryPrimitives.ReadUInt16LittleEndian(file[end..]))
            return (null, false);

        var sums = new FitSums();
        return Walk(file[headerLength..end], sums) ? (sums.Sum(), true) : (null, false);
    }

    /// <summary>False when a message reaches past the end or was never defined.</summary>
    private static bool Walk(ReadOnlySpan<byte> data, FitSums sums)
    {
        var definitions = new FitDefinition?[16];
        while (data.Length > 0)
        {
            var header = data[0];
            data = data[1..];
            var isCompressed = (header & 0x80) != 0;
            if (!isCompressed && (header & 0x40) != 0)
            {
                if (FitDefinition.Read(data, hasDeveloperFields: (header & 0x20) != 0, out var length) is not { } defined)
                    return false;
                definitions[header & 0x0F] = defined;
                data = data[length..];
                continue;
            }

            if (definitions[isCompressed ? (header >> 5) & 0x03 : header & 0x0F] is not { } definition || definition.Length > data.Length)
                return false;
            sums.Add(definition, data[..definition.Length]);
            data = data[definition.Length..];
        }

        return true;
    }
}

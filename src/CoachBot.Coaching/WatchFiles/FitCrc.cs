namespace CoachBot.Coaching.WatchFiles;

/// <summary>The 16-bit checksum of FIT files (polynomial 0xA001, reflected, from 0).</summary>
internal static class FitCrc
{
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (ushort)((crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1);
        }

        return crc;
    }
}

using System.Buffers.Binary;

namespace CoachBot.Coaching.WatchFiles;

/// <summary>How the data messages of one local type are laid out.</summary>
/// <param name="Global">What the message is about: 18 a session, 20 a record.</param>
/// <param name="Length">Of a data message without its header byte, developer fields included.</param>
internal sealed record FitDefinition(ushort Global, bool IsBigEndian, IReadOnlyList<(byte Number, byte Size)> Fields, int Length)
{
    private const int FieldsAt = 5;
    private const int FieldLength = 3;

    /// <param name="length">The bytes that the definition takes.</param>
    /// <returns>Null when it is cut off or declares nonsense.</returns>
    public static FitDefinition? Read(ReadOnlySpan<byte> data, bool hasDeveloperFields, out int length)
    {
        length = 0;
        if (data.Length < FieldsAt || data.Length < FieldsAt + data[4] * FieldLength)
            return null;

        var fields = new (byte Number, byte Size)[data[4]];
        var total = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = (data[FieldsAt + i * FieldLength], data[FieldsAt + i * FieldLength + 1]);
            // An empty field would make messages that cost nothing to send and much to look through.
            if (fields[i].Size == 0)
                return null;
            total += fields[i].Size;
        }

        length = FieldsAt + fields.Length * FieldLength;
        if (hasDeveloperFields)
        {
            if (data.Length <= length || data.Length < length + 1 + data[length] * FieldLength)
                return null;
            for (var i = 0; i < data[length]; i++)
                total += data[length + 1 + i * FieldLength + 1];
            length += 1 + data[length] * FieldLength;
        }

        var isBigEndian = data[1] == 1;
        var global = isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(data[2..]) : BinaryPrimitives.ReadUInt16LittleEndian(data[2..]);
        return new FitDefinition(global, isBigEndian, fields, total);
    }

    /// <summary>An unsigned field of 1, 2 or 4 bytes; null when it is not there or holds the mark for "no value" (all bits set).</summary>
    public uint? Value(ReadOnlySpan<byte> message, byte number)
    {
        var at = 0;
        foreach (var field in Fields)
        {
            if (field.Number != number)
            {
                at += field.Size;
                continue;
            }

            var bytes = message.Slice(at, field.Size);
            return field.Size switch
            {
                1 => bytes[0] == byte.MaxValue ? null : bytes[0],
                2 => Unless(ushort.MaxValue, IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
                4 => Unless(uint.MaxValue, IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
                _ => null,
            };
        }

        return null;
    }

    private static uint? Unless(uint invalid, uint value) => value == invalid ? null : value;
}

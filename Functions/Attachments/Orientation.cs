using System.Buffers.Binary;

namespace RegelLoket.Attachments;

/// <summary>
/// How a picture must be turned, as its camera wrote down: the one piece of EXIF that stays, since without it a photo
/// lies on its side. Values are those of EXIF, 1 (upright) to 8.
/// </summary>
internal static class Orientation
{
    public const int Upright = 1;

    private const int Tag = 0x0112;
    private const int ShortType = 3;
    private const int EntrySize = 12;

    /// <summary>Reads it from EXIF data without its own header; upright when it is not there or not readable.</summary>
    public static int In(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 8 || !(exif.StartsWith("II"u8) || exif.StartsWith("MM"u8)))
        {
            return Upright;
        }

        var isLittle = exif[0] == 'I';
        var directory = Long(exif[4..], isLittle);
        if (directory > exif.Length - 2)
        {
            return Upright;
        }

        var entries = exif[(int)directory..];
        var count = Short(entries, isLittle);
        entries = entries[2..];
        for (var i = 0; i < count && entries.Length >= EntrySize; i++, entries = entries[EntrySize..])
        {
            if (Short(entries, isLittle) == Tag && Short(entries[2..], isLittle) == ShortType)
            {
                return Short(entries[8..], isLittle) is >= 1 and <= 8 and var value ? value : Upright;
            }
        }

        return Upright;
    }

    /// <summary>Returns EXIF data that says this and nothing else.</summary>
    public static byte[] Exif(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
        Tag >> 8, Tag & 0xFF, 0, ShortType, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static int Short(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}

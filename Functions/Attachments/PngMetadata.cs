using System.Buffers.Binary;
using System.Text;

namespace RegelLoket.Attachments;

/// <summary>
/// Copies a PNG without what was written beside the picture: EXIF, XMP and other texts, times, the frames of a film, and
/// everything behind its end. The picture is copied as it is, with its colours and its orientation.
/// </summary>
internal static class PngMetadata
{
    private const int LongestExif = 64 * 1024;
    private const int MostChunks = 100_000;
    private const string First = "IHDR";
    private const string Data = "IDAT";
    private const string Last = "IEND";
    private const string Exif = "eXIf";

    private static readonly HashSet<string> Kept =
        [First, "PLTE", Data, Last, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "pHYs", "bKGD"];

    /// <summary>Copies the picture; false when it is no whole PNG.</summary>
    public static bool Strip(BufferedReader source, Stream target)
    {
        var head = new byte[FileSignature.Length];
        if (!source.TryRead(head) || !FileSignature.Png.SequenceEqual(head))
        {
            return false;
        }

        target.Write(head);
        var hasData = false;
        for (var count = 0; count < MostChunks && source.TryRead(head); count++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var type = Encoding.ASCII.GetString(head.AsSpan(4));
            if (length > int.MaxValue || count == 0 != (type == First) || !TryCopy(source, target, head, type, length))
            {
                return false;
            }

            hasData |= type == Data;
            if (type == Last)
            {
                return hasData;
            }
        }

        return false;
    }

    private static bool TryCopy(BufferedReader source, Stream target, byte[] head, string type, uint length)
    {
        // The data is followed by four bytes that check it.
        if (Kept.Contains(type))
        {
            target.Write(head);
            return source.TryCopy(target, length + 4L);
        }

        if (type != Exif || length > LongestExif)
        {
            // A chunk with a capital first must be understood to show the picture.
            return !char.IsAsciiLetterUpper(type[0]) && source.TryCopy(target: null, length + 4L);
        }

        var exif = new byte[length];
        if (!source.TryRead(exif) || !source.TryCopy(target: null, 4))
        {
            return false;
        }

        if (Orientation.In(exif) is not Orientation.Upright and var orientation)
        {
            WriteChunk(target, Exif, Orientation.Exif(orientation));
        }

        return true;
    }

    private static void WriteChunk(Stream target, string type, byte[] data)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        target.Write(number);
        target.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, CheckOf(chunk));
        target.Write(number);
    }

    /// <summary>The CRC-32 of PNG, bit by bit: it is reckoned over some thirty bytes at most.</summary>
    private static uint CheckOf(ReadOnlySpan<byte> data)
    {
        var check = uint.MaxValue;
        foreach (var value in data)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check & 1) == 1 ? (check >> 1) ^ 0xEDB88320 : check >> 1;
            }
        }

        return ~check;
    }
}

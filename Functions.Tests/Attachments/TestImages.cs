using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace RegelLoket.Tests.Attachments;

/// <summary>Small whole pictures, made here, with what a camera writes beside them.</summary>
internal static class TestImages
{
    /// <summary>A word that stands in every kind of metadata, and may be nowhere in what is stored.</summary>
    public const string Marker = "Kwibuszwaluw";

    /// <summary>
    /// A grey JPEG of 16 by 8, with EXIF (place, camera, orientation), XMP, IPTC, a comment, a thumbnail and a film behind it.
    /// </summary>
    public static byte[] Jpeg(int orientation = 1, bool isLittle = true) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 2, 1, .. Enumerable.Repeat((byte)'K', 6)]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation, isLittle)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Words]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7, 7]),
        .. Segment(0xE2, [.. "MPF\0"u8, .. Words]),
        .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Words]),
        .. Segment(0xFE, Words),
        .. Picture,
        0xFF, 0xD9,
        .. Words,
    ];

    /// <summary>The tables and the scan of the picture, which must come out as they went in.</summary>
    public static byte[] Picture { get; } =
    [
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]),
        .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x0F,
    ];

    /// <summary>A grey PNG of one dot, with EXIF, texts, a time and words behind its end.</summary>
    public static byte[] Png(int orientation = 1) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
        .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        .. Chunk("eXIf", Tiff(orientation, isLittle: false)),
        .. Chunk("tEXt", [.. "Comment\0"u8, .. Words]),
        .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Words]),
        .. Chunk("zTXt", [.. "Author\0\0"u8, .. Zlib(Words)]),
        .. Chunk("tIME", [7, 234, 11, 30, 12, 0, 0]),
        .. Chunk("IDAT", Zlib([0, 128])),
        .. Chunk("IEND", []),
        .. Words,
    ];

    public static byte[] Zlib(byte[] data)
    {
        using var target = new MemoryStream();
        using (var packing = new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            packing.Write(data);
        }

        return target.ToArray();
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        var check = uint.MaxValue;
        foreach (var value in checkedPart)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check & 1) == 1 ? (check >> 1) ^ 0xEDB88320 : check >> 1;
            }
        }

        return [.. Number((uint)data.Length), .. checkedPart, .. Number(~check)];
    }

    private static byte[] Words => Encoding.ASCII.GetBytes($"{Marker} Dorpsstraat 1");

    /// <summary>EXIF with the camera's maker, the orientation, and a place.</summary>
    private static byte[] Tiff(int orientation, bool isLittle)
    {
        var maker = Words;
        var tiff = new byte[8 + 2 + (3 * 12) + 4 + maker.Length];
        (isLittle ? "II"u8 : "MM"u8).CopyTo(tiff);
        Short(2, 42);
        Long(4, 8);
        Short(8, 3);
        Entry(10, 0x010F, 2, maker.Length, 50);
        Entry(22, 0x0112, 3, 1, isLittle ? orientation : orientation << 16);
        Entry(34, 0x8825, 4, 1, 50);
        maker.CopyTo(tiff.AsSpan(50));
        return tiff;

        void Entry(int at, int tag, int type, int count, int value)
        {
            Short(at, tag);
            Short(at + 2, type);
            Long(at + 4, count);
            Long(at + 8, value);
        }

        void Short(int at, int value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), (ushort)value);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), (ushort)value);
            }
        }

        void Long(int at, int value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at), value);
            }
            else
            {
                BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at), value);
            }
        }
    }

    private static byte[] Segment(byte marker, byte[] data) =>
        [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Number(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}

using System.Buffers.Binary;

namespace RegelLoket.Attachments;

/// <summary>
/// Copies a JPEG without what was written beside the picture: EXIF with place and camera, XMP, IPTC, comments, thumbnails,
/// and everything behind its end, such as a film. The picture is copied as it is, with its colours and its orientation.
/// </summary>
internal static class JpegMetadata
{
    private const int Lead = 0xFF;
    private const int StartOfImage = 0xD8;
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;
    private const int App0 = 0xE0;
    private const int App1 = 0xE1;
    private const int JfifLength = 14;

    /// <summary>The most scans that are copied: a progressive picture has some ten, one made to keep a reader busy thousands.</summary>
    private const int MostScans = 500;

    private static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    /// <summary>Copies the picture; false when it is no whole JPEG.</summary>
    public static bool Strip(BufferedReader source, Stream target)
    {
        if (source.ReadByte() != Lead || source.ReadByte() != StartOfImage)
        {
            return false;
        }

        Write(target, StartOfImage);
        var segment = new byte[ushort.MaxValue];
        var (hasFrame, scans, isTurned) = (false, 0, false);
        for (var marker = NextMarker(source); marker != EndOfImage; marker = NextMarker(source))
        {
            if (marker is <= 0x01 or (>= 0xD0 and <= StartOfImage) || !TryReadSegment(source, segment, out var length))
            {
                return false;
            }

            var data = segment.AsSpan(0, length);
            if (marker == App1 && !isTurned && data.StartsWith(ExifHead)
                && Orientation.In(data[ExifHead.Length..]) is not Orientation.Upright and var orientation)
            {
                isTurned = true;
                WriteSegment(target, App1, [.. ExifHead, .. Orientation.Exif(orientation)]);
            }
            else if (Kept(marker, data) is { Length: > 0 } kept)
            {
                WriteSegment(target, marker, kept);
            }

            hasFrame |= IsFrame(marker);
            if (marker == StartOfScan && (!hasFrame || ++scans > MostScans || !TryCopyScan(source, target)))
            {
                return false;
            }
        }

        Write(target, EndOfImage);
        return hasFrame && scans > 0;
    }

    /// <summary>Returns what is kept of a segment; empty for what is left out.</summary>
    private static Span<byte> Kept(int marker, Span<byte> data)
    {
        switch (marker)
        {
            case App0 when data.StartsWith("JFIF\0"u8) && data.Length >= JfifLength:
                // The last two are the size of a thumbnail, which may show what was cut off.
                data[(JfifLength - 2)..JfifLength].Clear();
                return data[..JfifLength];
            case 0xE2 when data.StartsWith("ICC_PROFILE\0"u8):
            case 0xEE when data.StartsWith("Adobe"u8):
                return data;
            case >= App0 and <= 0xEF or 0xFE or (>= 0xF0 and <= 0xFD):
                return [];
            default:
                return data;
        }
    }

    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Copies the data of a scan up to the next marker that is not part of it; that marker is read next.</summary>
    private static bool TryCopyScan(BufferedReader source, Stream target)
    {
        while (source.TryCopyUntil(Lead, target))
        {
            if (source.Peek(1) is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return true;
            }

            source.TryCopy(target, 2);
        }

        return false;
    }

    /// <summary>Returns the next marker, or -1 at the end and where there is none; fill bytes before it are passed over.</summary>
    private static int NextMarker(BufferedReader source)
    {
        if (source.ReadByte() != Lead)
        {
            return -1;
        }

        int marker;
        do
        {
            marker = source.ReadByte();
        }
        while (marker == Lead);
        return marker;
    }

    private static bool TryReadSegment(BufferedReader source, byte[] segment, out int length)
    {
        length = 0;
        if (!source.TryRead(segment.AsSpan(0, 2)))
        {
            return false;
        }

        length = BinaryPrimitives.ReadUInt16BigEndian(segment) - 2;
        return length >= 0 && source.TryRead(segment.AsSpan(0, length));
    }

    private static void WriteSegment(Stream target, int marker, ReadOnlySpan<byte> data)
    {
        Write(target, marker);
        target.WriteByte((byte)((data.Length + 2) >> 8));
        target.WriteByte((byte)(data.Length + 2));
        target.Write(data);
    }

    private static void Write(Stream target, int marker)
    {
        target.WriteByte(Lead);
        target.WriteByte((byte)marker);
    }
}

using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>Tells the kind of a file by its first bytes.</summary>
internal static class FileSignature
{
    /// <summary>The number of bytes that identify it.</summary>
    public const int Length = 8;

    /// <summary>The first bytes of every PNG.</summary>
    public static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Returns the kind; null when it is none that the desk takes.</summary>
    public static FileType? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? FileType.Pdf
        : head.StartsWith(Png) ? FileType.Png
        : head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? FileType.Jpeg
        : null;
}

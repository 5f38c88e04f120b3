using System.IO.Compression;

namespace RegelLoket.Attachments;

/// <summary>
/// Reads a PDF for what could act: every object in the file, whichever version of the document it belongs to, and the
/// objects that are packed in object streams. Nothing is decoded beyond a bound, and no more objects are let through than a library
/// can hold. What is left is read once more as a whole document by <see cref="PdfDocumentCheck"/>.
/// </summary>
internal static class PdfCheck
{
    /// <summary>The most that packed objects and tables may unpack to, in bytes.</summary>
    private const long MostUnpacked = 8L * 1024 * 1024;

    /// <summary>Returns why a PDF is not taken; null when it can be.</summary>
    /// <param name="content">The file, which can be read at any place.</param>
    public static FileFault? FaultIn(Stream content)
    {
        content.Position = 0;
        var (tally, streams) = (new PdfTally(), new List<PdfStream>());
        if (PdfScan.FaultIn(content, tally, streams) is { } fault)
        {
            return fault;
        }

        var room = MostUnpacked;
        foreach (var part in streams.Where(part => part.IsPacked))
        {
            using var data = new StreamPart(content, part.Start, part.End);
            using var unpacked = part.IsFlate ? new ZLibStream(data, CompressionMode.Decompress) : (Stream)data;
            using var bounded = new BoundedStream(unpacked, room);
            if (FaultIn(bounded, part.HoldsObjects, tally) is { } within)
            {
                return within;
            }

            room = bounded.Left;
        }

        using var view = new PdfView(content, streams);
        return PdfDocumentCheck.FaultIn(view);
    }

    /// <summary>Reads a packed stream to its end; one that is damaged, or longer than may be, is not taken.</summary>
    private static FileFault? FaultIn(BoundedStream unpacked, bool holdsObjects, PdfTally tally)
    {
        var before = unpacked.Left;
        try
        {
            if (holdsObjects && PdfScan.FaultIn(unpacked, tally) is { } fault)
            {
                return fault;
            }

            unpacked.CopyTo(Stream.Null);
        }
        catch (InvalidDataException)
        {
            return FileFault.Unreadable;
        }

        if (!holdsObjects)
        {
            tally.Pass(before - unpacked.Left);
        }

        return unpacked.Left == 0 || tally.IsFull ? FileFault.TooMuch : null;
    }
}

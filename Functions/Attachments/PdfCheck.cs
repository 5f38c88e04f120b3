using System.IO.Compression;

namespace RegelLoket.Attachments;

/// <summary>
/// Reads a PDF for what could act: every object in the file, whichever version of the document it belongs to, and the
/// objects that are packed in object streams. Nothing is decoded beyond a bound, so that a small file cannot fill the
/// memory. What is left is read once more as a whole document by <see cref="PdfDocumentCheck"/>.
/// </summary>
internal static class PdfCheck
{
    /// <summary>The most that packed objects may unpack to, in bytes.</summary>
    private const long MostUnpacked = 48L * 1024 * 1024;

    /// <summary>The deepest nesting: documents have some ten levels, and a reader that recurses ends at some thousands.</summary>
    private const int Deepest = 100;

    private const string Flate = "FlateDecode";

    private static readonly HashSet<string> Filters =
        [Flate, "Fl", "LZWDecode", "LZW", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "RunLengthDecode", "RL", "Crypt"];

    /// <summary>Returns why a PDF is not taken; null when it can be.</summary>
    /// <param name="content">The file, which can be read at any place.</param>
    public static FileFault? FaultIn(Stream content)
    {
        content.Position = 0;
        var packed = new List<Packed>();
        if (Scan(content, packed) is { } fault)
        {
            return fault;
        }

        var room = MostUnpacked;
        foreach (var part in packed)
        {
            using var data = new StreamPart(content, part.Start, part.End);
            using var unpacked = part.IsFlate ? new ZLibStream(data, CompressionMode.Decompress) : (Stream)data;
            using var bounded = new BoundedStream(unpacked, room);
            if (FaultIn(bounded, part.HoldsObjects) is { } within)
            {
                return within;
            }

            room = bounded.Left;
        }

        content.Position = 0;
        return PdfDocumentCheck.FaultIn(content);
    }

    /// <summary>Reads all tokens; collects the packed streams, or refuses any stream where none can be.</summary>
    private static FileFault? Scan(Stream content, List<Packed>? packed)
    {
        using var source = new BufferedReader(content);
        using var lexer = new PdfLexer(source);
        var (depth, stream, key) = (0, new StreamFacts(), (string?)null);
        for (var token = lexer.Next(); token != PdfToken.End; token = lexer.Next())
        {
            var name = token == PdfToken.Name ? lexer.Text : null;
            depth += token == PdfToken.Open ? 1 : token == PdfToken.Close && depth > 0 ? -1 : 0;
            if (depth > Deepest)
            {
                return FileFault.Unreadable;
            }

            if (name is not null)
            {
                if (PdfFindings.Of(key, name) is { } fault)
                {
                    return fault;
                }

                stream.Note(key, name);
            }
            else if (token == PdfToken.Word && lexer.Text == "obj")
            {
                (depth, stream) = (0, new StreamFacts());
            }
            else if (token == PdfToken.Word && lexer.Text == "stream" && packed is not null)
            {
                lexer.PassLineEnd();
                var start = lexer.Position;
                if (!lexer.TryPassStream(out var end) || stream.IsUnknown)
                {
                    return FileFault.Unreadable;
                }

                if (stream.IsPacked)
                {
                    packed.Add(new Packed(start, end, stream.HoldsObjects, stream.IsFlate));
                }
            }

            key = name;
        }

        return lexer.HidesObject ? FileFault.Unreadable : null;
    }

    /// <summary>Reads a packed stream to its end; one that is damaged, or longer than may be, is not taken.</summary>
    private static FileFault? FaultIn(BoundedStream unpacked, bool holdsObjects)
    {
        try
        {
            if (holdsObjects && Scan(unpacked, packed: null) is { } fault)
            {
                return fault;
            }

            unpacked.CopyTo(Stream.Null);
            return unpacked.Left > 0 ? null : FileFault.Unreadable;
        }
        catch (InvalidDataException)
        {
            return FileFault.Unreadable;
        }
    }

    /// <summary>Where a packed stream lies.</summary>
    private sealed record Packed(long Start, long End, bool HoldsObjects, bool IsFlate);

    /// <summary>What the dictionary before a stream says of it.</summary>
    private sealed class StreamFacts
    {
        private readonly List<string> filters = [];
        private bool hasPredictor;
        private bool isTable;

        public bool HoldsObjects { get; private set; }

        public bool IsPacked => HoldsObjects || isTable;

        public bool IsFlate => filters.Count == 1;

        /// <summary>Whether it is packed in a way that no writer of PDFs uses, and that would have to be trusted unread.</summary>
        public bool IsUnknown => IsPacked
            && (filters.Count > 1 || (filters.Count == 1 && filters[0] != Flate) || (HoldsObjects && hasPredictor));

        public void Note(string? key, string name)
        {
            HoldsObjects |= key == "Type" && name == "ObjStm";
            isTable |= key == "Type" && name == "XRef";
            hasPredictor |= name == "Predictor";
            if (Filters.Contains(name))
            {
                filters.Add(name);
            }
        }
    }
}

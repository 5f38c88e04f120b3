namespace RegelLoket.Attachments;

/// <summary>Goes through a PDF, or through what is packed in it, from the first token to the last.</summary>
internal static class PdfScan
{
    /// <summary>The deepest nesting: documents have some ten levels, and a reader that recurses ends at some thousands.</summary>
    private const int Deepest = 100;

    /// <summary>Returns why a PDF is not taken; null when nothing was found.</summary>
    /// <param name="content">The file, or the objects of an object stream.</param>
    /// <param name="tally">What the document has of objects.</param>
    /// <param name="streams">Collects the streams of a file; null for packed objects, among which none can be.</param>
    public static FileFault? FaultIn(Stream content, PdfTally tally, List<PdfStream>? streams = null)
    {
        using var source = new BufferedReader(content);
        using var lexer = new PdfLexer(source, tally);
        var (depth, stream, key) = (0, new PdfStreamFacts(), (string?)null);
        for (var token = lexer.Next(); token != PdfToken.End; token = lexer.Next())
        {
            var name = token == PdfToken.Name ? lexer.Text : null;
            depth += token == PdfToken.Open ? 1 : token == PdfToken.Close && depth > 0 ? -1 : 0;
            if (depth > Deepest)
            {
                return FileFault.Unreadable;
            }

            if (tally.IsFull)
            {
                return FileFault.TooMuch;
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
                (depth, stream) = (0, new PdfStreamFacts());
            }
            else if (token == PdfToken.Word && lexer.Text == "stream" && streams is not null)
            {
                lexer.PassLineEnd();
                var start = lexer.Position;
                if (!lexer.TryPassStream(out var end) || stream.IsUnknown)
                {
                    return FileFault.Unreadable;
                }

                streams.Add(new PdfStream(start, end, stream.IsPacked, stream.HoldsObjects, stream.IsFlate));
            }
            else if (token == PdfToken.Word)
            {
                if (depth == 0 && PdfStreamFacts.IsTooLarge(lexer.Text))
                {
                    return FileFault.Unreadable;
                }

                stream.Note(lexer.Text);
            }

            key = name;
        }

        return lexer.HidesObject ? FileFault.Unreadable : tally.IsFull ? FileFault.TooMuch : null;
    }
}

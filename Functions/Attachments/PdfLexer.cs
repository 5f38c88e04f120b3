using System.Text;

namespace RegelLoket.Attachments;

/// <summary>
/// Reads the syntax of a PDF token by token, from its beginning to its end, so that no object escapes it: also one of an
/// older version of the document, and one that no table names. Names are read without the escapes that can hide them.
/// </summary>
internal sealed class PdfLexer(BufferedReader source, PdfTally tally) : IDisposable
{
    private const int LongestToken = 128;

    private readonly StringBuilder text = new(LongestToken);
    private readonly ObjectWatch passed = new();

    /// <summary>Whether something that was passed over looks like an object.</summary>
    public bool HidesObject => passed.HasFound;

    /// <summary>The name without its slash, or the word.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the next byte is, counted from where the reader began.</summary>
    public long Position => source.Position;

    public void Dispose() => passed.Dispose();

    public PdfToken Next()
    {
        var token = Read();
        if (token is not (PdfToken.End or PdfToken.Close))
        {
            tally.Add();
        }

        return token;
    }

    private PdfToken Read()
    {
        while (true)
        {
            switch (source.ReadByte())
            {
                case -1:
                    return PdfToken.End;
                case 0 or 9 or 10 or 12 or 13 or 32:
                    break;
                case '%':
                    PassComment();
                    break;
                case '(':
                    PassString();
                    return PdfToken.Other;
                case '<' when source.Peek(0) != '<':
                    PassHex();
                    return PdfToken.Other;
                case '<':
                    source.ReadByte();
                    return PdfToken.Open;
                case '[' or '{':
                    return PdfToken.Open;
                case '>' when source.Peek(0) == '>':
                    source.ReadByte();
                    return PdfToken.Close;
                case ']' or '}':
                    return PdfToken.Close;
                case '/':
                    Text = ReadName();
                    return PdfToken.Name;
                case var first and not (')' or '>'):
                    Text = ReadWord(first);
                    return PdfToken.Word;
            }
        }
    }

    /// <summary>Passes over the data of a stream, up to the word that ends it; false when there is none.</summary>
    /// <param name="end">Where the data ends.</param>
    public bool TryPassStream(out long end)
    {
        var mark = "endstream"u8;
        while (source.TryCopyUntil(mark[0], passed))
        {
            var length = 1;
            while (length < mark.Length && source.Peek(length) == mark[length])
            {
                length++;
            }

            end = source.Position;
            source.TryCopy(passed, length == mark.Length ? length : 1);
            if (length == mark.Length)
            {
                return true;
            }
        }

        end = source.Position;
        return false;
    }

    /// <summary>Passes over the line end between the word "stream" and its data.</summary>
    public void PassLineEnd()
    {
        if (source.Peek(0) == '\r')
        {
            source.ReadByte();
        }

        if (source.Peek(0) == '\n')
        {
            source.ReadByte();
        }
    }

    private static bool IsRegular(int c) => c is not (-1 or 0 or 9 or 10 or 12 or 13 or 32
        or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%');

    private string ReadName()
    {
        text.Clear();
        while (IsRegular(source.Peek(0)))
        {
            var c = source.ReadByte();
            if (c == '#' && char.IsAsciiHexDigit((char)source.Peek(0)) && char.IsAsciiHexDigit((char)source.Peek(1)))
            {
                c = (Convert.ToInt32($"{(char)source.ReadByte()}", 16) << 4) | Convert.ToInt32($"{(char)source.ReadByte()}", 16);
            }

            Append(c);
        }

        return text.ToString();
    }

    private string ReadWord(int first)
    {
        text.Clear();
        Append(first);
        while (IsRegular(source.Peek(0)))
        {
            Append(source.ReadByte());
        }

        return text.ToString();
    }

    private void Append(int c)
    {
        if (text.Length < LongestToken)
        {
            text.Append((char)c);
        }
        else
        {
            tally.Pass(1);
        }
    }

    private void PassComment()
    {
        while (source.Peek(0) is not (-1 or '\r' or '\n'))
        {
            See(source.ReadByte());
        }
    }

    private void PassHex()
    {
        for (var c = source.ReadByte(); c is not (-1 or '>'); c = source.ReadByte())
        {
            See(c);
        }
    }

    private void PassString()
    {
        for (var depth = 1; depth > 0;)
        {
            var c = source.ReadByte();
            See(c);
            switch (c)
            {
                case -1:
                    return;
                case '\\':
                    See(source.ReadByte());
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
            }
        }
    }

    private void See(int c)
    {
        passed.See(c);
        tally.Pass(1);
    }
}

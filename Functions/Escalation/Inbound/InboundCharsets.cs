using System.Buffers;
using System.Text;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Decodes the fields of a mail. The service names the character set of each field in a separate field, and passes the
/// bytes on unchanged.
/// </summary>
internal sealed class InboundCharsets
{
    /// <summary>The characters of several bytes for each bad byte that prove UTF-8; another set makes hardly any by chance.</summary>
    private const int GoodPerBad = 2;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding that mail programs mean by Latin 1, in which every byte is valid.</summary>
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false);

    private readonly Dictionary<string, string> names;

    /// <param name="json">The field <c>charsets</c>: <c>{"text":"windows-1252"}</c>; anything else is ignored.</param>
    public InboundCharsets(string json) => names = JsonFields.StringsOf(json);

    /// <summary>Returns the text of a field.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="bytes">The bytes of the field.</param>
    /// <param name="ownCharset">The character set in the header of the part, used when the service names none.</param>
    public string Decode(string field, ReadOnlySpan<byte> bytes, string? ownCharset) =>
        Decode(bytes, (names.TryGetValue(field, out var name) ? EncodingOf(name) : null) ?? EncodingOf(ownCharset) ?? StrictUtf8);

    /// <summary>Returns a text by the name of its character set, which may be missing or wrong.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset) => Decode(bytes, EncodingOf(charset) ?? StrictUtf8);

    /// <summary>
    /// Returns a decoded text in which what Latin 1 calls control characters are the signs that mail programs mean, such as <c>€</c>.
    /// </summary>
    public static string WithoutControls(string text) => text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
        ? string.Concat(text.Select(c => c is >= '\u0080' and <= '\u009F' ? Western.GetString([(byte)c]) : c.ToString())) : text;

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if ((encoding == StrictUtf8 || encoding is UnicodeEncoding) && OrderMarkIn(bytes) is { } marked)
        {
            return marked.GetString(bytes[2..]);
        }

        // Non-ASCII bytes that are valid UTF-8 are read as UTF-8, since text in a single-byte set practically never is.
        return (encoding.IsSingleByte || encoding == StrictUtf8) && TryUtf8(bytes) is { } text ? text.TrimStart('\uFEFF')
            : encoding == StrictUtf8 ? Western.GetString(bytes)
            : encoding.GetString(bytes);
    }

    /// <summary>
    /// Returns the encoding of a byte order mark, which takes precedence over the name; null without a mark.
    /// </summary>
    private static UnicodeEncoding? OrderMarkIn(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFE, 0xFF, ..] => BigEndian,
        [0xFF, 0xFE, ..] => LittleEndian,
        _ => null,
    };

    /// <summary>
    /// Returns the text when it is UTF-8, which one bad byte among many good characters leaves it; that byte shows as a replacement.
    /// </summary>
    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var ascii = rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }

            rest = rest[ascii..];
            var isGood = Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done;
            (good, bad) = isGood ? (good + 1, bad) : (good, bad + 1);
            rest = rest[length..];
        }

        return bad == 0 || good >= bad * GoodPerBad ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static Encoding? EncodingOf(string? name)
    {
        var trimmed = name?.Trim(' ', '"', '\'').ToLowerInvariant() ?? "";
        if (trimmed is "" or "utf-8" or "utf8" or "unicode-1-1-utf-8" or "us-ascii" or "ascii")
        {
            return trimmed.Length == 0 ? null : StrictUtf8;
        }

        if (trimmed is "iso-8859-1" or "latin1" or "iso8859-1" or "cp1252")
        {
            return Western;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(trimmed) ?? Encoding.GetEncoding(trimmed);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            // An unknown name, or UTF-7, which .NET does not decode.
            return null;
        }
    }
}

using System.Text;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Decodes the fields of a mail. The service names the character set of each field in a separate field, and passes the
/// bytes on unchanged.
/// </summary>
internal sealed class InboundCharsets
{
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
    public string Decode(string field, ReadOnlySpan<byte> bytes, string? ownCharset)
    {
        var named = names.TryGetValue(field, out var name) ? EncodingOf(name) : null;
        var encoding = named ?? EncodingOf(ownCharset) ?? StrictUtf8;
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

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
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

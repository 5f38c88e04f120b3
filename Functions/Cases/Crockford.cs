using System.Security.Cryptography;

namespace RegelLoket.Cases;

/// <summary>
/// Crockford's base32: it has no letters that look alike (I, L, O) and no U. See https://www.crockford.com/base32.html.
/// </summary>
internal static class Crockford
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>
    /// Returns the text in upper case without dashes and white space; null when it is empty or longer than
    /// <paramref name="maximumLength"/>.
    /// </summary>
    public static string? Compact(string? text, int maximumLength)
    {
        if (text is null || text.Length > maximumLength)
        {
            return null;
        }

        var kept = string.Concat(text.Where(c => c is not ('-' or '\u2010' or '\u2011' or '\u2013') && !char.IsWhiteSpace(c)))
            .ToUpperInvariant();
        return kept.Length == 0 ? null : kept;
    }

    /// <summary>Maps the look-alikes O, I and L to 0, 1 and 1; null when a character is not in the alphabet.</summary>
    public static string? Normalize(string text)
    {
        var mapped = string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                span[i] = source[i] switch { 'O' => '0', 'I' or 'L' => '1', var c => c };
            }
        });
        return mapped.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? mapped : null;
    }

    /// <summary>
    /// Returns the check character of <paramref name="text"/>, modulo 31: it detects one wrong character and two swapped
    /// neighbours, except 0 and Z, which are equal modulo 31.
    /// </summary>
    public static char CheckCharacter(string text)
    {
        var remainder = 0;
        foreach (var c in text)
        {
            remainder = (remainder * 32 + Alphabet.IndexOf(c, StringComparison.Ordinal)) % 31;
            remainder = (remainder * 3 + 1) % 31;
        }

        return Alphabet[remainder];
    }

    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}

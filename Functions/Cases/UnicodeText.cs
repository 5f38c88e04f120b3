using System.Text;

namespace RegelLoket.Cases;

/// <summary>
/// Normalises text that anybody may have sent. The platform throws on some of what a sender can put into valid UTF-8, so nothing else in
/// the app calls its own.
/// </summary>
public static class UnicodeText
{
    /// <summary>The text in a normal form, without noncharacters; half a surrogate pair becomes U+FFFD.</summary>
    public static string Normalized(string text, NormalizationForm form)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (IsPlain(text) ? text : Repaired(text)).Normalize(form);
    }

    /// <summary>Whether it is one of the 66 values that Unicode keeps out of every text, such as U+FFFE.</summary>
    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('\uD800', '\uDFFF')
        && !text.ContainsAnyInRange('\uFDD0', '\uFDEF') && !text.ContainsAnyInRange('\uFFFE', '\uFFFF');

    private static string Repaired(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsNoncharacter(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }
}

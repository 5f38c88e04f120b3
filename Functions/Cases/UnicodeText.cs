using System.Text;

namespace RegelLoket.Cases;

/// <summary>
/// Normalises untrusted text. The platform's own method throws on some valid UTF-8, so nothing else in the app calls
/// it.
/// </summary>
public static class UnicodeText
{
    /// <summary>Returns the text in a normal form without noncharacters; a lone surrogate becomes U+FFFD.</summary>
    public static string Normalized(string text, NormalizationForm form)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (IsPlain(text) ? text : Repaired(text)).Normalize(form);
    }

    /// <summary>Whether a value is one of the 66 Unicode noncharacters, such as U+FFFE.</summary>
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

using System.Globalization;
using System.Text;

namespace RegelLoket.Cases;

/// <summary>
/// Cleans text from people before it is stored: NFC, one kind of line end, no control or invisible direction
/// characters, no noncharacters, no surrounding white space. A text in which nothing can be seen is no text.
/// </summary>
public static class TextSanitizer
{
    /// <summary>Returns the clean text; empty when nothing is left.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for a lone surrogate, so that what is stored is always valid UTF-8.
            if (rune.Value is '\n' or '\t'
                || !(Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF))
            {
                kept.Append(rune.ToString());
            }
        }

        var clean = UnicodeText.Normalized(kept.ToString(), NormalizationForm.FormC).Trim();
        return clean.EnumerateRunes().Any(IsVisible) ? clean : "";
    }

    /// <summary>Whether a character shows on its own; four letters and a braille pattern are blank by definition.</summary>
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0);

    /// <summary>Returns the clean text without line ends, for a field of one line.</summary>
    public static string CleanLine(string? text) => Clean(text).Replace('\n', ' ').Replace('\t', ' ');
}

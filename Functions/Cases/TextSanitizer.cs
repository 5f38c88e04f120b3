using System.Text;

namespace RegelLoket.Cases;

/// <summary>
/// Cleans text from people before it is stored: NFC, one kind of line end, no control or invisible direction
/// characters, no noncharacters, no surrounding white space.
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

        return UnicodeText.Normalized(kept.ToString(), NormalizationForm.FormC).Trim();
    }

    /// <summary>Returns the clean text without line ends, for a field of one line.</summary>
    public static string CleanLine(string? text) => Clean(text).Replace('\n', ' ').Replace('\t', ' ');
}

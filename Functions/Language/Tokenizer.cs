using System.Globalization;
using System.Text;

namespace RegelLoket.Language;

/// <summary>Cuts a Dutch text into words with their places; a hyphen or apostrophe parts words ("bbl-student", "zzp'er").</summary>
public static class Tokenizer
{
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 6 + 4);
        var sentence = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                if (EndsSentence(text, i))
                {
                    sentence++;
                }

                i++;
                continue;
            }

            var begin = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i])
                || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark))
            {
                i++;
            }

            var word = Plain(text.AsSpan(begin, i - begin));
            tokens.Add(new Token(word, DutchStemmer.Stem(word), begin, i, sentence));
        }

        return tokens;
    }

    /// <summary>Small letters without accents, the ligature ĳ as two letters.</summary>
    public static string Plain(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        if (Ascii.IsValid(lower))
        {
            return lower;
        }

        var plain = new StringBuilder(lower.Length + 2);
        foreach (var c in lower.Replace("ĳ", "ij", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    private static bool EndsSentence(string text, int i) =>
        text[i] is '\n' or '!' or '?' or ';' || (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
}

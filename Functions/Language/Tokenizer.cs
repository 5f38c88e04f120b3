using System.Globalization;
using System.Text;

namespace RegelLoket.Language;

/// <summary>
/// Splits a Dutch text into words with their positions; a hyphen or apostrophe separates words ("bbl-student",
/// "zzp'er").
/// </summary>
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
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInvisible(text[i])))
            {
                i++;
            }

            var word = Plain(text.AsSpan(begin, i - begin));
            tokens.Add(new Token(word, DutchStemmer.Stem(word), begin, i, sentence));
        }

        return tokens;
    }

    /// <summary>
    /// Returns the words of a text; a word with a hyphen or an apostrophe is also returned in one piece before its
    /// parts, so that "zij-instromer" is found as "zijinstromer" too.
    /// </summary>
    public static IEnumerable<Token> TokenizeJoined(string text)
    {
        var tokens = Tokenize(text);
        for (var i = 0; i < tokens.Count;)
        {
            var next = i + 1;
            while (next < tokens.Count && tokens[next].Begin == tokens[next - 1].End + 1
                && SearchForm.IsSilent(text[tokens[next].Begin - 1]))
            {
                next++;
            }

            if (next > i + 1)
            {
                var whole = string.Concat(tokens.Skip(i).Take(next - i).Select(token => token.Word));
                yield return new Token(
                    whole, DutchStemmer.Stem(whole), tokens[i].Begin, tokens[next - 1].End, tokens[i].Sentence);
            }

            for (; i < next; i++)
            {
                yield return tokens[i];
            }
        }
    }

    /// <summary>Returns a word in lower case without accents, with the ligature ĳ as two letters.</summary>
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
            if (!IsInvisible(c))
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    /// <summary>Whether a character is a combining accent or has no width: a soft hyphen, a zero-width space.</summary>
    internal static bool IsInvisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static bool EndsSentence(string text, int i) =>
        text[i] is '\n' or '!' or '?' or ';' || (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
}

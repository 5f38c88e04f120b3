using System.Text;

namespace RegelLoket.Language;

/// <summary>
/// The form of a text for search, independent of spelling variants: the letters of <see cref="Tokenizer.Plain"/>,
/// without characters that are silent inside a word (hyphen, apostrophe, soft hyphen, zero width), and a space for
/// every other character.
/// </summary>
public static class SearchForm
{
    private const string Silent = "-'’‘ʼ`´\u2010\u2011";

    /// <summary>Returns the search form of a text.</summary>
    /// <param name="text">The original text.</param>
    /// <param name="places">Receives the position in the text of every character of the result; null when it is not
    /// needed.</param>
    public static string Of(string text, List<int>? places = null)
    {
        var form = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                Add(char.ToLowerInvariant(c), i);
            }
            else if (char.IsLetterOrDigit(c))
            {
                foreach (var plain in Tokenizer.Plain(text.AsSpan(i, 1)))
                {
                    Add(plain, i);
                }
            }
            else if (!IsSilent(c) && !Tokenizer.IsInvisible(c))
            {
                Add(' ', i);
            }
        }

        return form.ToString();

        void Add(char c, int place)
        {
            form.Append(c);
            places?.Add(place);
        }
    }

    /// <summary>Whether a character can occur inside a word without separating it.</summary>
    internal static bool IsSilent(char c) => Silent.Contains(c, StringComparison.Ordinal);

    /// <summary>Returns the words of a search; each may occur anywhere in a text, also inside a longer word.</summary>
    public static IReadOnlyList<string> WordsOf(string search) =>
        [.. Tokenizer.Tokenize(search).Select(token => token.Word).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether each word occurs in one of the texts.</summary>
    public static bool HoldsAll(IReadOnlyList<string> words, IEnumerable<string?> texts)
    {
        var forms = texts.OfType<string>().Select(text => Of(text)).ToList();
        return words.All(word => forms.Exists(form => form.Contains(word, StringComparison.Ordinal)));
    }
}

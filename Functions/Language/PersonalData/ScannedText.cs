using System.Buffers;

namespace RegelLoket.Language.PersonalData;

/// <summary>A text with its words, split once for all detectors that need words.</summary>
internal sealed class ScannedText
{
    private const int MostInitials = 4;
    private static readonly string[] LongInitials = ["Ph.", "Th.", "Ch.", "Tj.", "IJ.", "Chr.", "Joh.", "Jac."];
    private static readonly SearchValues<char> Openers = SearchValues.Create(".!?;:\n\"“”«(");
    private readonly List<ScannedWord> words;

    public ScannedText(string text)
    {
        Text = text;
        words = new List<ScannedWord>((text.Length / 5) + 4);
        for (var i = 0; i < text.Length;)
        {
            var end = InitialsAt(i) ?? WordAt(i);
            if (end > i)
            {
                words.Add(new ScannedWord(text[i..end], i, end));
            }

            i = Math.Max(end, i + 1);
        }
    }

    public string Text { get; }

    public int Count => words.Count;

    public ScannedWord this[int i] => words[i];

    /// <summary>Returns the normalised form of a word; empty outside the text.</summary>
    public string Plain(int i) => i >= 0 && i < words.Count ? words[i].Plain : "";

    /// <summary>Returns the characters between a word and the next; empty outside the text.</summary>
    public ReadOnlySpan<char> Between(int i) =>
        i < 0 || i + 1 >= words.Count ? [] : Text.AsSpan(words[i].End..words[i + 1].Begin);

    /// <summary>Whether exactly one space separates a word from the next.</summary>
    public bool OnlyBlank(int i) => Between(i) is " " or "\u00a0";

    /// <summary>Whether a word is the first of its sentence, of a line, or of a quotation.</summary>
    public bool Begins(int i) => i == 0 || Between(i - 1).IndexOfAny(Openers) >= 0;

    /// <summary>Returns the index of the first word that begins at this position or after it.</summary>
    public int WordFrom(int place)
    {
        var (first, after) = (0, words.Count);
        while (first < after)
        {
            var middle = (first + after) / 2;
            (first, after) = words[middle].Begin >= place ? (first, middle) : (middle + 1, after);
        }

        return first;
    }

    private int? InitialsAt(int begin)
    {
        var at = begin;
        var count = 0;
        while (count < MostInitials && at + 1 < Text.Length && char.IsUpper(Text[at]) && LengthOfInitial(at) is > 0
            and var length)
        {
            at += length;
            count++;
        }

        return count > 0 && at < Text.Length && (char.IsWhiteSpace(Text[at])
            || (at + 1 < Text.Length && char.IsUpper(Text[at]) && char.IsLower(Text[at + 1]))) ? at : null;
    }

    /// <summary>Returns the length of an initial, "J." or one of more letters ("Ph.", "Chr.").</summary>
    private int LengthOfInitial(int at)
    {
        if (Text[at + 1] == '.')
        {
            return 2;
        }

        var rest = Text.AsSpan(at, Math.Min(4, Text.Length - at));
        foreach (var initial in LongInitials)
        {
            if (rest.StartsWith(initial, StringComparison.Ordinal))
            {
                return initial.Length;
            }
        }

        return 0;
    }

    /// <summary>Returns the end of the word from here: letters, with hyphens or apostrophes inside, and 't.</summary>
    private int WordAt(int begin)
    {
        if (Text[begin] is '\'' or '’')
        {
            return begin + 1 < Text.Length && Text[begin + 1] == 't'
                && (begin + 2 == Text.Length || !IsLetter(Text[begin + 2]))
                ? begin + 2 : begin;
        }

        var at = begin;
        while (at < Text.Length && (IsLetter(Text[at])
            || (at > begin && Text[at] is '-' or '\'' or '’' && at + 1 < Text.Length && IsLetter(Text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || (c > 127 && (char.IsLetter(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark));
}

namespace RegelLoket.Language.PersonalData;

/// <summary>A word of a text with its position.</summary>
internal sealed class ScannedWord(string text, int begin, int end)
{
    private const int LongestName = 40;
    private NameKinds? kinds;

    public string Text => text;

    public int Begin => begin;

    public int End => end;

    /// <summary>The word in lower case without accents.</summary>
    public string Plain { get => field ??= NameLexicon.Fold(text); }

    public bool IsInitials => text[^1] == '.';

    public bool IsCapitalised => char.IsUpper(text[0]) && text.Length <= LongestName;

    /// <summary>
    /// Whether it is in capitals alone, or has one after a lower-case letter, so that it is not a person's name ("UWV",
    /// "ActiZ").
    /// </summary>
    public bool IsAbbreviation =>
        text.Length > 1 && !IsInitials && (text.AsSpan(1).IndexOfAnyInRange('A', 'Z') is >= 0 and var at
        && text[at] is not ('-' or '\'' or '’') && !text.StartsWith("Mc", StringComparison.Ordinal)
        || text.Length > 2 && text.All(char.IsUpper));

    public NameKinds Kinds => kinds ??= NameLexicon.KindsOf(Plain);

    public bool Is(NameKinds kind) => (Kinds & kind) != 0;
}

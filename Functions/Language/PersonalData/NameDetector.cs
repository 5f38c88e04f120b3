using System.Collections.Frozen;

namespace RegelLoket.Language.PersonalData;

/// <summary>
/// Names of persons: after a form of address or a role, a known first name, or initials with a surname. A surname inside the name of a
/// law, an organisation, a syndrome or a method is no finding.
/// </summary>
internal static partial class NameDetector
{
    /// <summary>In names, of which each can be followed by a surname.</summary>
    private const int LongestName = 8;

    private static readonly FrozenSet<string> Particles = WordSet.Load("name-particles");
    private static readonly FrozenSet<string> Titles = WordSet.Load("name-titles");
    private static readonly FrozenSet<string> Roles = WordSet.Load("name-roles");
    private static readonly FrozenSet<string> NotSurnames = WordSet.Load("not-surnames");

    /// <param name="text">The text to scan.</param>
    /// <param name="addressed">
    /// The parts before the @ of the e-mail addresses in the text, in small letters, a line each: who is named there is a person.
    /// </param>
    public static IEnumerable<PersonalDataFinding> Find(string text, string addressed)
    {
        var words = Word().Matches(text)
            .Select(match => new NameWord(match.Value, match.Index, match.Index + match.Length, Tokenizer.Plain(match.Value.AsSpan())
            .TrimEnd('.'))).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if ((Match(text, words, i) ?? MatchAddressed(text, words, i, addressed) ?? MatchInSmallLetters(text, words, i)
                ?? MatchUnknownAfterRole(text, words, i) ?? MatchSpeaker(text, words, i)) is { } end)
            {
                yield return new PersonalDataFinding(words[i].Begin, words[end].End, PersonalDataKind.Naam);
                i = end;
            }
        }
    }

    /// <summary>The index of the last word of a name that starts here; null when none does.</summary>
    private static int? Match(string text, List<NameWord> words, int i)
    {
        var word = words[i];
        var previous = i > 0 && Joined(text, words, i - 1) ? words[i - 1] : null;
        if (IsInsideOrganisation(text, words, i) || IsNamesake(words, i))
        {
            return null;
        }

        var afterTitle = previous is not null && Titles.Contains(previous.Plain);
        var afterRole = previous is not null && Roles.Contains(previous.Plain);
        if (word.IsCapitalised && IsInitials(word.Text) && i + 1 < words.Count && Joined(text, words, i)
            && Surname(text, words, i + 1, known: false) is { } end)
        {
            return end;
        }

        if (afterTitle && (Surname(text, words, i, known: !word.IsCapitalised && !Particles.Contains(word.Plain))
            ?? Surname(text, words, i, known: true)) is { } titled)
        {
            return titled;
        }

        var isFirstName = NameLexicon.IsFirstName(word.Text)
            && (word.IsCapitalised || (afterRole && NameLexicon.IsUnmistakableFirstName(word.Text)));
        if (isFirstName)
        {
            var full = Joined(text, words, i) && i + 1 < words.Count ? FullName(text, words, i) : null;
            var alone = afterRole || afterTitle || NameLexicon.IsUnmistakableFirstName(word.Text) || Introduction()
                .IsMatch(text[Math.Max(0, word.Begin - 25)..word.Begin]);
            var last = full ?? i;
            return (full is not null || alone) && !IsFollowedByOrganisation(text, words, last) ? last : null;
        }

        if (afterRole && word.IsCapitalised && (NameLexicon.IsSurname(word.Text) || Particles.Contains(word.Plain))
            && Surname(text, words, i, known: !Particles.Contains(word.Plain)) is { } surname)
        {
            return surname;
        }

        var introduced = word.IsCapitalised && Introduction().IsMatch(text[Math.Max(0, word.Begin - 25)..word.Begin]);
        return introduced && !NotSurnames.Contains(word.Plain) && !IsAbbreviation(word.Text) && !WordList.Dutch.ContainsWord(word.Plain)
            ? FullName(text, words, i) ?? i : null;
    }

    /// <summary>
    /// Names that people type in small letters: after "mijn naam is" or "groetjes" a word that is in no word list, and elsewhere a first
    /// name with a known surname.
    /// </summary>
    private static int? MatchInSmallLetters(string text, List<NameWord> words, int i)
    {
        if (words[i].IsCapitalised || NotSurnames.Contains(words[i].Plain) || Particles.Contains(words[i].Plain)
            || IsInsideOrganisation(text, words, i))
        {
            return null;
        }

        var introduced = SelfIntroduction().IsMatch(text[Math.Max(0, words[i].Begin - 25)..words[i].Begin]);
        if (introduced && (NameLexicon.IsFirstName(words[i].Text) || !WordList.Dutch.ContainsWord(words[i].Plain)))
        {
            return LastOfSmallLetters(text, words, i, word => NameLexicon.IsFirstName(word) || NameLexicon.IsSurname(word)
                || !WordList.Dutch.ContainsWord(Tokenizer.Plain(word))) ?? i;
        }

        if (!introduced && NameLexicon.IsUnmistakableFirstName(words[i].Text) && words[i].Text.Length > 3 && ThisIs()
            .IsMatch(text[Math.Max(0, words[i].Begin - 25)..words[i].Begin]))
        {
            return i;
        }

        return NameLexicon.IsFirstName(words[i].Text)
            && LastOfSmallLetters(text, words, i, word => NameLexicon.IsFirstName(word) || NameLexicon.IsSurname(word)) is { } end
            && NameLexicon.IsSurname(words[end].Text) && (NameLexicon.IsUnmistakableFirstName(words[i].Text) || end > i + 1) ? end : null;
    }

    /// <summary>The last of the words, with particles between them, that may stand in a name.</summary>
    private static int? LastOfSmallLetters(string text, List<NameWord> words, int i, Func<string, bool> mayStand)
    {
        int? last = null;
        for (var at = i + 1; at < words.Count && at - i <= 5 && OnlyBlank(text, words, at - 1); at++)
        {
            if (Particles.Contains(words[at].Plain))
            {
                continue;
            }

            if (NotSurnames.Contains(words[at].Plain) || !mayStand(words[at].Text))
            {
                break;
            }

            last = at;
        }

        return last;
    }

    /// <summary>
    /// After a role two capitalised words that are in no word list, or one when it is somebody's ("onze stagiaire Ngozi").
    /// </summary>
    private static int? MatchUnknownAfterRole(string text, List<NameWord> words, int i)
    {
        if (i == 0 || !IsUnknownWord(words[i]) || !Roles.Contains(words[i - 1].Plain) || !OnlyBlank(text, words, i - 1)
            || IsInsideOrganisation(text, words, i) || IsFollowedByOrganisation(text, words, i))
        {
            return null;
        }

        if (FullName(text, words, i) is { } end && IsUnknownWord(words[end]))
        {
            return end;
        }

        return i > 1 && words[i - 2].Plain is "mijn" or "onze" or "deze" or "haar" or "zijn" ? i : null;
    }

    private static bool IsUnknownWord(NameWord word) =>
        word.IsCapitalised && word.Text.Length > 2 && !NotSurnames.Contains(word.Plain) && !IsAbbreviation(word.Text)
            && !WordList.Dutch.ContainsWord(word.Plain) && !OrganisationAfter.Contains(word.Plain);

    /// <summary>A first name that is also a word ("Roos") is a person when she speaks, or when she is of a department.</summary>
    private static int? MatchSpeaker(string text, List<NameWord> words, int i) =>
        words[i].IsCapitalised && NameLexicon.IsFirstName(words[i].Text) && !IsInsideOrganisation(text, words, i) && Speaks()
            .IsMatch(text.AsSpan(words[i].End)) ? i : null;

    private static bool OnlyBlank(string text, List<NameWord> words, int i) => text[words[i].End..words[i + 1].Begin] is " " or "\u00a0";

    /// <summary>A first name and a surname that also stands in an e-mail address of the text.</summary>
    private static int? MatchAddressed(string text, List<NameWord> words, int i, string addressed) =>
        words[i].IsCapitalised && words[i].Text.Length > 1 && !NotSurnames.Contains(words[i].Plain) && FullName(text, words, i) is { } end
        && words[end].Plain.Length >= 4 && addressed.Contains(words[end].Plain, StringComparison.Ordinal) ? end : null;

    /// <summary>A surname with its particles, starting at this word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="i">The word.</param>
    /// <param name="known">Whether the surname must be a known one.</param>
    /// <param name="most">How many more initials may precede it; without an end a text of initials would end the process.</param>
    private static int? Surname(string text, List<NameWord> words, int i, bool known, int most = LongestName)
    {
        var at = i;
        while (at < words.Count && at - i < 3 && Particles.Contains(words[at].Plain) && at + 1 < words.Count && Joined(text, words, at))
        {
            at++;
        }

        if (most > 0 && at < words.Count && IsInitials(words[at].Text) && at + 1 < words.Count && Joined(text, words, at))
        {
            return Surname(text, words, at + 1, known, most - 1);
        }

        if (at >= words.Count || NotSurnames.Contains(words[at].Plain) || IsAbbreviation(words[at].Text)
            || IsFollowedByOrganisation(text, words, at))
        {
            return null;
        }

        var accepted = known ? NameLexicon.IsSurname(words[at].Text) : words[at].IsCapitalised && words[at].Text.Length > 1;
        if (!accepted)
        {
            return null;
        }

        if (NameLexicon.IsFirstName(words[at].Text) && at + 1 < words.Count && Joined(text, words, at)
            && FullName(text, words, at) is { } full)
        {
            return full;
        }

        return SecondSurname(text, words, at);
    }

    /// <summary>First name with a surname behind it: particles and a capitalised word, or two.</summary>
    private static int? FullName(string text, List<NameWord> words, int i, int most = LongestName)
    {
        var at = i + 1;
        while (at < words.Count && at - i <= 3 && Joined(text, words, at - 1) && Particles.Contains(words[at].Plain))
        {
            at++;
        }

        if (at >= words.Count || at - i > 4 || !Joined(text, words, at - 1) || NotSurnames.Contains(words[at].Plain)
            || OrganisationAfter.Contains(words[at].Plain) || IsAbbreviation(words[at].Text))
        {
            return null;
        }

        if (!words[at].IsCapitalised && !(words[i].IsCapitalised is false && NameLexicon.IsSurname(words[at].Text)))
        {
            return null;
        }

        if (most > 0 && NameLexicon.IsFirstName(words[at].Text) && at + 1 < words.Count && OnlyBlank(text, words, at)
            && FullName(text, words, at, most - 1) is { } further)
        {
            return further;
        }

        return IsFollowedByOrganisation(text, words, at) ? null : SecondSurname(text, words, at);
    }

    /// <summary>The end of a double surname whose second part begins with a particle: "Smit-de Jong".</summary>
    private static int SecondSurname(string text, List<NameWord> words, int at) =>
        words[at].Plain.Split('-') is [_, .., var last] && Particles.Contains(last) && at + 1 < words.Count && OnlyBlank(text, words, at)
            && words[at + 1].IsCapitalised ? at + 1 : at;

    /// <summary>Only blanks, or a point of an abbreviation, between this word and the next.</summary>
    private static bool Joined(string text, List<NameWord> words, int i)
    {
        if (i < 0 || i + 1 >= words.Count)
        {
            return false;
        }

        var between = text[words[i].End..words[i + 1].Begin];
        return between.Trim(' ', '\u00a0') is ""
            || (between is ". " or ": " or ", \n" or ",\n" or ", " or "."
            && (Titles.Contains(words[i].Plain) || Roles.Contains(words[i].Plain) && words[i]
            .Plain is "dr" or "drs" or "prof" or "naam" or "groet" or "groeten"));
    }

    private static bool IsInitials(string word) => Initials().IsMatch(word);

    private static bool IsAbbreviation(string word) => word.Length > 1 && word.All(c => char.IsUpper(c) || char.IsDigit(c));

    private sealed record NameWord(string Text, int Begin, int End, string Plain)
    {
        public bool IsCapitalised => char.IsUpper(Text[0]) || (Text.Length > 2 && Text[0] is '\'' or '’' && char.IsUpper(Text[1]));
    }
}

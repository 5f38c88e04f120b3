namespace RegelLoket.Language.PersonalData;

/// <summary>
/// Finds names of persons: by words that announce one (a form of address, a role, "heet", "vragen naar"), by a first
/// name, by initials, or by form alone where the following words describe a person. A name inside the name of a law, an
/// organisation, a syndrome or a method is ignored.
/// </summary>
/// <param name="text">The text, split into words.</param>
/// <param name="addressed">The local parts of the e-mail addresses in the text, in lower case, one on a line: a name in
/// there is of a person.</param>
internal sealed partial class NameDetector(ScannedText text, string addressed)
{
    private const NameKinds AnyFirst = NameKinds.First | NameKinds.Given;

    public static List<PersonalDataFinding> Find(ScannedText text, string addressed)
    {
        var detector = new NameDetector(text, addressed);
        var names = new List<PersonalDataFinding>();
        for (var i = 0; i < text.Count; i++)
        {
            if (detector.EndOfName(i) is { } end)
            {
                names.Add(new PersonalDataFinding(text[i].Begin, text[end].End, PersonalDataKind.Naam));
                i = end;
            }
        }

        return names;
    }

    /// <summary>Returns the index of the last word of a name that starts here; null when there is none.</summary>
    private int? EndOfName(int i)
    {
        var word = text[i];
        if (!word.IsCapitalised)
        {
            if (Particles.Contains(word.Plain))
            {
                return word.Plain is not ("in" or "op" or "aan") && IsTitled(i) ? AfterTitle(i) : null;
            }

            return EndInSmallLetters(i) is { } small && !IsInsideOrganisation(i) ? small : null;
        }

        if (Titles.Contains(word.Plain) || (Roles.Contains(word.Plain) && !word.Is(AnyFirst))
            || IsInsideOrganisation(i) || IsNamesake(i))
        {
            return null;
        }

        if (word.IsInitials)
        {
            return Joined(i) && !Labels.Contains(text.Plain(i - 1)) ? Surname(i + 1, known: false) : null;
        }

        return AfterTitle(i) ?? WithFirstName(i) ?? AfterRole(i) ?? Introduced(i) ?? Addressed(i) ?? ByForm(i);
    }

    /// <summary>Finds a name after a form of address: "mevrouw De Vries", "tante Esperanza Martina".</summary>
    private int? AfterTitle(int i) => IsTitled(i)
        ? FirstNameWithSurname(i) ?? Surname(i, known: false) ?? Surname(i, known: true) : null;

    /// <summary>Finds a first name with a surname; or alone, where it is not a word or clearly of a person.</summary>
    private int? WithFirstName(int i)
    {
        var word = text[i];
        if (!word.Is(AnyFirst) || word.IsAbbreviation)
        {
            return null;
        }

        if (FirstNameWithSurname(i) is { } full && IsTrusted(i, full))
        {
            return full;
        }

        var alone = IsRoled(i) || (word.Is(NameKinds.First) && !word.Is(NameKinds.AlsoWord)) || IsIntroduced(i)
            || (word.Is(NameKinds.First) && (Speaks(i) || IsSubjectBehindVerb(i)))
            || (IsPlainGiven(word) && IsSaidOfAPerson(i));
        return alone && !IsFollowedByOrganisation(i)
            && !(text.OnlyBlank(i) && text[i + 1] is { IsCapitalised: true, IsAbbreviation: true })
            ? i : null;
    }

    /// <summary>
    /// Whether an apparent first name and surname are one: a common first name needs no more evidence, another one
    /// needs a surname that is known or not a word.
    /// </summary>
    private bool IsTrusted(int first, int last)
    {
        var (name, surname) = (text[first], text[last]);
        if (name.Is(NameKinds.First))
        {
            return !surname.Is(NameKinds.Other) || last > first + 1 || surname.Is(NameKinds.Surname);
        }

        var isBare = last == first + 1;
        return name.Is(NameKinds.Word | NameKinds.Other)
            ? !text.Begins(first) && surname.Is(NameKinds.Surname) && !surname.Is(NameKinds.Other)
                && (!surname.Is(NameKinds.Word) || !isBare || NameLexicon.IsCommonSurname(surname.Plain))
                && !IsArticle(first - 1)
            : !surname.Is(NameKinds.Other) && (surname.Is(NameKinds.Surname) || !surname.Is(NameKinds.Word))
            && !IsArticle(first - 1);
    }

    private int? AfterRole(int i)
    {
        var word = text[i];
        if (!IsRoled(i))
        {
            return null;
        }

        if ((word.Is(NameKinds.Surname) && !word.Is(NameKinds.Other)) || Particles.Contains(word.Plain))
        {
            if (Surname(i, known: !Particles.Contains(word.Plain)) is { } surname)
            {
                return surname;
            }
        }

        if (word.IsAbbreviation || NotSurnames.Contains(word.Plain) || IsFollowedByOrganisation(i))
        {
            return null;
        }

        var full = FirstNameWithSurname(i);
        if (full is { } known && text[known].Is(NameKinds.Surname) && !text[known].Is(NameKinds.Other))
        {
            return full;
        }

        return !IsUnknown(word) ? null : full is { } end && !text[end].Is(NameKinds.Word | NameKinds.Other) ? end
            : text.Plain(i - 2) is "mijn" or "onze" or "deze" or "haar" or "zijn" ? i : null;
    }

    /// <summary>Finds a name after "ik heet", "vragen naar" or "t.a.v.": a word that is a name or unknown.</summary>
    private int? Introduced(int i)
    {
        var word = text[i];
        if (word.Is(NameKinds.Other) || word.IsAbbreviation || !IsIntroduced(i) || IsFollowedByOrganisation(i))
        {
            return null;
        }

        var full = FirstNameWithSurname(i);
        return !word.Is(NameKinds.Word)
            || (full is { } end && text[end].Is(NameKinds.Surname) && !text[end].Is(NameKinds.Other)
            && (!text[end].Is(NameKinds.Word) || NameLexicon.IsCommonSurname(text[end].Plain))) ? full ?? i : null;
    }

    /// <summary>Finds a first name and a surname that is also in an e-mail address in the text.</summary>
    private int? Addressed(int i) =>
        addressed.Length > 0 && text[i].Text.Length > 1 && !text[i].Is(NameKinds.Other) && FirstNameWithSurname(i) is { } end
        && text[end].Plain.Length >= 4 && addressed.Contains(text[end].Plain, StringComparison.Ordinal) ? end : null;

    /// <summary>
    /// Finds two or more capitalised words of which none is a Dutch word, where the text around them describes a person
    /// or one of them is a known name.
    /// </summary>
    private int? ByForm(int i)
    {
        if (!IsUnknown(text[i]) || IsArticle(i - 1) || FirstNameWithSurname(i) is not { } end || IsFollowedByOrganisation(end))
        {
            return null;
        }

        var last = text[end];
        if (last.Is(NameKinds.Other) || (last.Is(NameKinds.Word) && !last.Is(NameKinds.Surname)))
        {
            return null;
        }

        var named = last.Is(NameKinds.Surname | NameKinds.First) || Enumerable.Range(i + 1, end - i)
            .Any(at => text[at].Is(AnyFirst));
        return IsFollowedByPerson(end) || IsApposed(i)
            || ((named || end > i + 1) && !text.Begins(i) && !PlacedBefore.Contains(text.Plain(i - 1))) ? end : null;
    }

    /// <summary>Finds names that are typed in lower case.</summary>
    private int? EndInSmallLetters(int i)
    {
        var word = text[i];
        if (word.Text.Length < 2 || Particles.Contains(word.Plain) || StopWords.IsEmpty(word.Plain))
        {
            return null;
        }

        var introduced = IsIntroduced(i);
        var titled = !introduced && IsTitled(i) && text.Plain(i - 1) is not "ene";
        var roled = !introduced && !titled && IsRoled(i);
        if (!introduced && !titled && !roled && !NameLexicon.IsFirst(word.Plain))
        {
            return null;
        }

        if (word.Is(NameKinds.Other) || (word.Is(NameKinds.Word) && !word.Is(NameKinds.First)))
        {
            return null;
        }

        if (titled)
        {
            return word.Is(NameKinds.Surname) || (word.Text.Length > 4 && !LooksLikeVerb(word.Plain))
                ? LastOfSmallLetters(i) ?? i : null;
        }

        var last = LastOfSmallLetters(i);
        if (introduced)
        {
            var isName = word.Is(AnyFirst);
            return isName && (!word.Is(NameKinds.AlsoWord) || last is not null) ? last ?? i
                : !word.Is(NameKinds.Word) && (last is not null || IsSelfNamed(i)) ? last ?? i : null;
        }

        if (last is { } end)
        {
            return word.Is(AnyFirst) && (!word.Is(NameKinds.Word) || word.Is(NameKinds.First))
                && (!word.Is(NameKinds.AlsoWord) || end > i + 1) && text[end].Is(NameKinds.Surname)
                && (word.Is(NameKinds.First) || (word.Text.Length > 3 && !text[end].Is(NameKinds.Word))) ? end : null;
        }

        return roled && word.Is(AnyFirst) && !word.Is(NameKinds.AlsoWord | NameKinds.Word)
            && (word.Is(NameKinds.First) || word.Text.Length > 3) ? i : null;
    }

    /// <summary>Returns the last of the lower-case words and particles that can belong to a name from here.</summary>
    private int? LastOfSmallLetters(int i)
    {
        int? last = null;
        for (var at = i + 1; at < text.Count && at - i <= 5 && text.OnlyBlank(at - 1); at++)
        {
            var word = text[at];
            if (Particles.Contains(word.Plain))
            {
                continue;
            }

            var mayFollow = word.Text.Length > 1 && !StopWords.IsEmpty(word.Plain) && !word.Is(NameKinds.Other)
                && (!word.Is(NameKinds.Word) || (NameLexicon.IsCommonSurname(word.Plain) && at - i <= 4));
            if (!mayFollow)
            {
                break;
            }

            last = at;
        }

        return last;
    }
}

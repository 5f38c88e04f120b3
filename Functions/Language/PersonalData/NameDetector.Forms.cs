namespace RegelLoket.Language.PersonalData;

/// <summary>Determines where a name ends: first names, particles, surnames of one part or several.</summary>
internal sealed partial class NameDetector
{
    /// <summary>The maximum number of first names or initials, each of which can be followed by a surname.</summary>
    private const int LongestName = 8;

    /// <summary>The maximum number of further parts of a surname: "Tjon A Fat", "de Vos van Steenwijk".</summary>
    private const int MostParts = 3;

    /// <summary>Returns the end of a surname with its particles that starts at this word.</summary>
    /// <param name="i">The word.</param>
    /// <param name="known">Whether the surname must be a known one.</param>
    /// <param name="most">The number of initials that may still precede it; it bounds the recursion on a text of
    /// initials.</param>
    private int? Surname(int i, bool known, int most = LongestName)
    {
        var at = i;
        while (at < text.Count && at - i < 3 && Particles.Contains(text[at].Plain) && Joined(at))
        {
            at++;
        }

        if (most > 0 && at + 1 < text.Count && text[at].IsInitials && Joined(at))
        {
            return Surname(at + 1, known, most - 1);
        }

        if (at >= text.Count || NotSurnames.Contains(text[at].Plain) || text[at].IsAbbreviation
            || IsFollowedByOrganisation(at))
        {
            return null;
        }

        var accepted = known ? text[at].Is(NameKinds.Surname)
            && (text[at].IsCapitalised || NameLexicon.IsCommonSurname(text[at].Plain))
            : text[at].IsCapitalised && text[at].Text.Length > 1;
        if (!accepted)
        {
            return null;
        }

        return text[at].Is(AnyFirst) && FirstNameWithSurname(at) is { } full && IsTrusted(at, full) ? full
            : FurtherParts(at, wide: !known && at > i);
    }

    /// <summary>Returns the end of a surname after this first name: particles and capitalised words.</summary>
    private int? FirstNameWithSurname(int i, int most = LongestName)
    {
        var at = i + 1;
        while (at < text.Count && at - i <= 3 && text.OnlyBlank(at - 1) && Particles.Contains(text[at].Plain)
            && !text[at].IsCapitalised)
        {
            at++;
        }

        while (at < text.Count && at - i <= 3 && text.OnlyBlank(at - 1) && text[at].IsCapitalised
            && Particles.Contains(text[at].Plain)
            && text.OnlyBlank(at))
        {
            at++;
        }

        if (at >= text.Count || !text.OnlyBlank(at - 1) || !text[at].IsCapitalised || NotSurnames.Contains(text[at].Plain)
            || (at == i + 1 && OrganisationAfter.Contains(text[at].Plain)) || text[at].IsAbbreviation)
        {
            return null;
        }

        // "Marieke in Utrecht", "Anna op Texel", "Hans van Buurtzorg": a place or an employer, not a surname.
        if (at > i + 1
            && (text[at].Is(NameKinds.Other)
                || (text.Plain(at - 1) is "in" or "op" or "aan" && !text[at].Is(NameKinds.Surname))
            || (text.Plain(i + 1) == "van" && at == i + 2 && text[at].Is(NameKinds.Word) && !text[at].Is(NameKinds.Surname)
                && NameLexicon.EndsLikeOrganisation(text[at].Plain))))
        {
            return text[at].Is(NameKinds.Surname) && text.Plain(at - 1) is not ("in" or "op" or "aan") ? at : null;
        }

        if (most > 0 && text[at].Is(AnyFirst) && text.OnlyBlank(at) && FirstNameWithSurname(at, most - 1) is { } further)
        {
            return further;
        }

        return IsFollowedByOrganisation(at) ? null : FurtherParts(at, wide: false);
    }

    /// <summary>Returns the end of a surname of several parts: "Smit-de Jong", "de Vos van Steenwijk".</summary>
    /// <param name="at">The last word so far.</param>
    /// <param name="wide">Whether a part after a particle may be an unknown word.</param>
    private int FurtherParts(int at, bool wide)
    {
        var hyphen = text[at].Plain.LastIndexOf('-');
        if (hyphen > 0 && Particles.Contains(text[at].Plain[(hyphen + 1)..]))
        {
            var next = at + 1;
            while (next < text.Count && next - at <= 2 && text.OnlyBlank(next - 1) && Particles.Contains(text[next].Plain))
            {
                next++;
            }

            return next < text.Count && text.OnlyBlank(next - 1) && text[next].IsCapitalised ? next : at;
        }

        for (var part = 0; part < MostParts && at + 1 < text.Count && text.OnlyBlank(at); part++)
        {
            var next = at + 1;
            if (text[next].Text.Length == 1 && text[next].IsCapitalised && next + 1 < text.Count && text.OnlyBlank(next)
                && text[next + 1].IsCapitalised && !text[next + 1].IsAbbreviation)
            {
                at = next + 1;
                continue;
            }

            var particles = 0;
            while (particles < 2 && next + 1 < text.Count && text.OnlyBlank(next) && !text[next].IsCapitalised
                && text[next].Plain is "van" or "de" or "der" or "den" or "ten" or "ter" or "el" or "da" or "dos")
            {
                next++;
                particles++;
            }

            var word = text[next];
            if (!word.IsCapitalised || word.IsAbbreviation || word.IsInitials || NotSurnames.Contains(word.Plain)
                || OrganisationAfter.Contains(word.Plain) || IsFollowedByOrganisation(next)
                || !(particles > 0 ? word.Is(NameKinds.Surname) || wide
                    : !word.Is(NameKinds.Other) && (word.Is(NameKinds.Surname | NameKinds.First) || !word.Is(NameKinds.Word)))
                || (particles > 0 && !wide && word.Is(NameKinds.Other)))
            {
                break;
            }

            at = next;
        }

        return at;
    }

    /// <summary>Whether only white space, or the point of an abbreviation, separates this word from the next.</summary>
    private bool Joined(int i)
    {
        if (i < 0 || i + 1 >= text.Count)
        {
            return false;
        }

        var between = text.Between(i);
        return between.Trim(" \u00a0") is ""
            || (between is ". " or ": " or ", \n" or ",\n" or ", " or "." or ":\n" or "\n" && (Titles.Contains(text[i].Plain)
                || text[i].Plain is "dr" or "drs" or "prof" or "naam" or "groet" or "groeten" or "groetjes" or "contactpersoon"
                    or "contact" or "v") && !(between is "\n" or ", " && Titles.Contains(text[i].Plain)));
    }
}

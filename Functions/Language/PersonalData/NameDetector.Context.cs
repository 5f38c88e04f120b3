using System.Collections.Frozen;

namespace RegelLoket.Language.PersonalData;

/// <summary>Judges by the words around a name whether it is of a person or of something else.</summary>
internal sealed partial class NameDetector
{
    private static readonly FrozenSet<string> Particles = WordSet.Load("name-particles");
    private static readonly FrozenSet<string> Titles = WordSet.Load("name-titles");
    private static readonly FrozenSet<string> Roles = WordSet.Load("name-roles");
    private static readonly FrozenSet<string> NotSurnames = WordSet.Load("not-surnames");
    private static readonly FrozenSet<string> PersonVerbs = WordSet.Load("person-verbs");
    private static readonly FrozenSet<string> OrganisationBefore = WordSet.Load("organisation-before");
    private static readonly FrozenSet<string> OrganisationAfter = WordSet.Load("organisation-after");

    /// <summary>People after whom institutions are named.</summary>
    private static readonly FrozenSet<string> Namesakes = WordSet.Load("namesakes");

    /// <summary>Words before a single letter that is not an initial: "niveau A.".</summary>
    private static readonly FrozenSet<string> Labels = WordSet.Load("nominal-before");

    private static readonly FrozenSet<string> PlacedBefore = FrozenSet.ToFrozenSet(
        ["in", "te", "op", "uit", "bij", "volgens", "via",
        "binnen", "heet", "project", "systeem"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Departments = FrozenSet.ToFrozenSet(["planning", "administratie", "receptie",
        "personeelszaken", "p&o", "hr", "kwaliteit", "afdeling", "team", "boekhouding", "salarisadministratie",
        "opleidingen", "roosters"],
        StringComparer.Ordinal);

    private bool IsTitled(int i) => Joined(i - 1) && Titles.Contains(text.Plain(i - 1));

    private bool IsRoled(int i) => Joined(i - 1) && Roles.Contains(text.Plain(i - 1));

    private bool IsArticle(int i) =>
        text.OnlyBlank(i) && text.Plain(i) is "de" or "het" or "een" or "deze" or "dit" or "ons" or "elk"
        or "elke" or "iedere" or "'t";

    /// <summary>Whether the words before it announce a name.</summary>
    private bool IsIntroduced(int i)
    {
        if (i == 0)
        {
            return false;
        }

        var between = text.Between(i - 1);
        var (before, earlier, first) = (text.Plain(i - 1), text.Plain(i - 2), text.Plain(i - 3));
        if (between.Trim(" \u00a0:,\n") is not "" && !(between is ". " && before is "v"))
        {
            return false;
        }

        return before switch
        {
            "heet" or "heette" or "heten" =>
                earlier is not ("huis" or "locatie" or "organisatie" or "stichting" or "programma" or "project"
                or "systeem" or "methode" or "regeling" or "wet" or "opleiding" or "school" or "app" or "dat" or "dit"
                or "huize"),
            "genaamd" => !OrganisationBefore.Contains(earlier),
            "namens" => between is " ",
            "groet" or "groeten" or "groetjes" or "contactpersoon" or "contact" =>
                between is not " " || before.StartsWith("groet",
                StringComparison.Ordinal) || before == "contactpersoon",
            "naam" => between is not " " || earlier is "mijn" or "haar" or "zijn" or "de",
            "is" or "was" =>
                (earlier == "naam" && first is not ("wet" or "organisatie")) || (earlier is "dit" && between is " ")
                || Roles.Contains(earlier) || RoleInClause(i - 2),
            "ben" => earlier == "ik",
            "naar" =>
                earlier is "vragen" or "vraag" or "gevraagd" or "vraagt"
                    || (earlier == "maar" && first is "vraag" or "vragen"),
            "met" => earlier is "gesproken" or "sprak" or "spreken" or "spreek" or "overleg" or "overlegd"
            or "afspraak" or "belde"
                or "gebeld" or "bellen" or "contact" or "gesprek",
            "van" => earlier is "attentie" or "groetjes" or "groeten" or "groet" or "verhaal" or "naam" or "casus" or "dossier"
                or "situatie"
                or "zaak" or "aanvraag" or "melding" or "verzoek" or "ouders" or "moeder" or "vader" or "dochter"
                or "zoon" or "contract",
            "mij" or "me" or "hem" => earlier is "noemen" or "noemt" or "noemde" or "noem",
            "v" => earlier == "a" && first == "t",
            "getekend" or "ondertekend" or "afzender" or "melder" or "auteur" or "aanvrager" or "tel" or "cc" =>
                between is ": " or ":\n",
            "om" => earlier is "gaat" or "ging" or "draait",
            "betreft" => between is " " or ": ",
            _ => false,
        };
    }

    /// <summary>Whether it follows "ik heet" or the like, where also a word that is in no list is a name.</summary>
    private bool IsSelfNamed(int i) => text.Plain(i - 1) is "heet" or "genaamd" or "groetjes" or "groeten" or "groet"
        || (text.Plain(i - 1) == "is" && text.Plain(i - 2) == "naam")
        || (text.Plain(i - 1) == "naam" && text.Between(i - 1) is not " ");

    /// <summary>Whether a role begins the clause that a verb ends: "De verzorgende die dit meemaakte is …".</summary>
    private bool RoleInClause(int i)
    {
        for (var at = i; at >= 0 && at > i - 6; at--)
        {
            if (Roles.Contains(text.Plain(at)) && text.Plain(at - 1) is "de" or "het" or "mijn" or "onze" or "haar" or "zijn")
            {
                return true;
            }

            if (text.Begins(at) || !text.OnlyBlank(at))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a first name is not also a Dutch word, a place or an organisation.</summary>
    private static bool IsPlainGiven(ScannedWord word) =>
        word.Is(NameKinds.Given) && word.Text.Length > 2 && !word.Is(NameKinds.Word | NameKinds.Other | NameKinds.AlsoWord);

    /// <summary>Whether a capitalised word is in no list.</summary>
    private static bool IsUnknown(ScannedWord word) =>
        word.Text.Length > 1 && !word.IsAbbreviation && !word.IsInitials && !word.Is(NameKinds.Word | NameKinds.Other)
            && !OrganisationAfter.Contains(word.Plain);

    /// <summary>Whether the verb after a lone name, or the words before it, show that it is of a person.</summary>
    private bool IsSaidOfAPerson(int i)
    {
        if (IsArticle(i - 1) || IsFollowedByOrganisation(i))
        {
            return false;
        }

        return (text.OnlyBlank(i) && PersonVerbs.Contains(text.Plain(i + 1))) || IsFollowedByPerson(i)
            || (!text.Begins(i) && text.OnlyBlank(i - 1) && text.Plain(i - 1) is "met" or "aan" or "voor" or "door"
                or "toen" or "dat"
                or "omdat" or "als" or "terwijl" or "vroeg" or "vraag" or "bel" or "zag" or "en" or "want" or "kreeg"
                or "misten");
    }

    /// <summary>Whether a role with a comma precedes it: "De verpleegkundige, Abeba Kidane, …".</summary>
    private bool IsApposed(int i) => text.Between(i - 1) is ", " && Roles.Contains(text.Plain(i - 1));

    /// <summary>Whether the text after it refers to a person: ", die …", "en haar …", "(geb.".</summary>
    private bool IsFollowedByPerson(int i)
    {
        var between = text.Between(i);
        var (next, second) = (text.Plain(i + 1), text.Plain(i + 2));
        return between switch
        {
            ", " => next is "hij" or "zij" or "ze" or "haar" or "zijn" or "die" or "geboren" || Roles.Contains(next)
                || (next is "een" or "de" or "onze" or "mijn" && Roles.Contains(second)),
            " (" => next is "geb" or "geboren" || Roles.Contains(next),
            " " => next is "zelf" or "zich" or "zegt" or "vertelt" || (next == "van" && second is "de" or "het"
                && Departments.Contains(text.Plain(i + 3))) || (next == "van" && Departments.Contains(second))
                || (PersonVerbs.Contains(next) && text.Begins(i) is false),
            _ => false,
        };
    }

    /// <summary>
    /// Whether a first name that is also a word ("Roos") is of a person, because that person speaks or belongs to a
    /// department.
    /// </summary>
    private bool Speaks(int i) =>
        text.OnlyBlank(i) && (text.Plain(i + 1) is "zegt" or "zei" or "vindt" or "vond" or "vertelt" or "vertelde"
        or "belt" or "belde" or "mailt" or "mailde" or "schrijft" or "schreef" or "vraagt" or "vroeg"
        || (text.Plain(i + 1) == "van"
            && (Departments.Contains(text.Plain(i + 2))
                || (text.Plain(i + 2) is "de" or "het" && Departments.Contains(text.Plain(i + 3))))));

    private bool IsInsideOrganisation(int i)
    {
        if (text.Plain(i - 1) == "het" && text.OnlyBlank(i - 1) && text[i].IsCapitalised
            && !Particles.Contains(text.Plain(i - 2)))
        {
            return true;
        }

        for (var back = 1; back <= 3 && i - back >= 0 && Joined(i - back); back++)
        {
            var word = text[i - back];
            if (OrganisationBefore.Contains(word.Plain)
                || (word.Plain.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen
                && OrganisationBefore.Contains(word.Plain[..hyphen])))
            {
                return true;
            }

            if (!word.IsCapitalised && !Particles.Contains(word.Plain))
            {
                break;
            }
        }

        var plain = text[i].Plain;
        return plain.IndexOf('-', StringComparison.Ordinal) is > 0 and var at
            && (OrganisationBefore.Contains(plain[..at]) || OrganisationAfter.Contains(plain[(plain.LastIndexOf('-') + 1)..]));
    }

    private bool IsNamesake(int i) => text[i].IsCapitalised && Enumerable.Range(1, 3).Any(more => i + more < text.Count
        && Namesakes.Contains(string.Join(' ', Enumerable.Range(i, more + 1).Select(text.Plain))));

    private bool IsFollowedByOrganisation(int i)
    {
        for (var next = i + 1; next <= i + 4 && next < text.Count && Joined(next - 1); next++)
        {
            var word = text[next];
            if (OrganisationAfter.Contains(word.Plain)
                && !(text[next - 1] is { IsCapitalised: false } && Particles.Contains(text.Plain(next - 1)))
                && (word.IsCapitalised || word.Plain is "bv" or "ziekenhuis" or "school" or "syndroom" or "college"))
            {
                return true;
            }

            if (!word.IsCapitalised && !Particles.Contains(word.Plain))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a capitalised first name that is also a word follows a verb with a personal subject: "Zo kreeg Roos geen
    /// verlof".
    /// </summary>
    private bool IsSubjectBehindVerb(int i) => !text.Begins(i) && text.OnlyBlank(i - 1) && !text[i - 1].IsCapitalised
        && PersonVerbs.Contains(text.Plain(i - 1)) && !(text.OnlyBlank(i) && text[i + 1].IsCapitalised);

    /// <summary>Whether a lower-case word has the ending of a verb.</summary>
    private static bool LooksLikeVerb(string word) => word[^1] == 't' || word.EndsWith("de", StringComparison.Ordinal)
        || word.EndsWith("te", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal);
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RegelLoket.Language.PersonalData;

/// <summary>
/// Finds an illness, treatment, operation or pregnancy of one particular person; not of a group ("bewoners met
/// dementie") or a field of work.
/// </summary>
internal static partial class HealthDetector
{
    private const int ReachBefore = 110;
    private const int ReachAfter = 60;
    private const int GenericReach = 45;

    /// <summary>The maximum number of words between a determiner and a role: "mijn nieuwe lieve collega".</summary>
    private const int DeterminerReach = 3;

    private static readonly FrozenSet<string> Persons = WordSet.Load("health-persons");
    private static readonly FrozenSet<string> Groups = WordSet.Load("health-generic");
    private static readonly FrozenSet<string> Determiners = WordSet.Load("health-determiners");
    private static readonly FrozenSet<string> Links = WordSet.Load("health-links");

    public static IEnumerable<PersonalDataFinding> Find(ScannedText text, IReadOnlyList<PersonalDataFinding> names)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (HealthTerms.EndOfTerm(text, i) is not { } last)
            {
                continue;
            }

            var (begin, end) = (text[i].Begin, HealthTerms.WithNumber(text.Text, text[last].End, text.Plain(last)));
            if (IsOfAPerson(text, i, begin, end, names))
            {
                yield return new PersonalDataFinding(begin, end, PersonalDataKind.Gezondheid);
            }

            i = last;
        }
    }

    private static bool IsOfAPerson(ScannedText text, int i, int begin, int end, IReadOnlyList<PersonalDataFinding> names)
    {
        var before = Surroundings.Before(text.Text, begin, ReachBefore);
        var after = Surroundings.After(text.Text, end, ReachAfter);
        if (GenericAfter().IsMatch(after))
        {
            return false;
        }

        var (person, link) = (false, Links.Contains(text.Plain(i)));
        for (var at = i - 1; at >= 0 && text[at].Begin >= begin - before.Length; at--)
        {
            var word = text.Plain(at);
            link |= Links.Contains(word);
            if (IsPerson(text, at))
            {
                person = true;
            }
            else if (!person && begin - text[at].End <= GenericReach && IsGroup(text, at))
            {
                return false;
            }
        }

        var next = Surroundings.IndexOfFirst(names, name => name.Begin >= begin - before.Length);
        var named = next < names.Count && names[next].End <= end + after.Length;
        return (link && (person || named)) || PersonAfter().IsMatch(after) || IsPossessed(text, i);
    }

    private static bool IsPerson(ScannedText text, int at)
    {
        var word = text.Plain(at);
        if (word is "zij" or "ze" or "hij" or "ik" or "haar" or "hem" or "mevrouw" or "mevr" or "mw" or "meneer"
            or "dhr" or "mijzelf")
        {
            return true;
        }

        return Persons.Contains(word) && (text.Plain(at - 1) is "de" or "het"
            ? word is not ("verpleegkundige" or "verzorgende" or "helpende" or "begeleider" or "arts" or "huisarts"
                or "specialist"
                or "manager" or "planner" or "docent" or "teamleider" or "student" or "directeur")
            : Enumerable.Range(1, DeterminerReach).Any(back => Determiners.Contains(text.Plain(at - back))));
    }

    private static bool IsGroup(ScannedText text, int at) =>
        Groups.Contains(text.Plain(at)) || (text.Plain(at), text.Plain(at + 1)) is
        ("behandeling", "van") or ("zorg", "bij") or ("zorg", "voor") or ("zorg", "aan") or ("onderzoek", "naar")
        or ("ervaring", "met")
        or ("werken", "met") or ("werk", "met") or ("werkt", "met") or ("omgaan", "met");

    private static bool IsPossessed(ScannedText text, int i) => text.Plain(i - 1) is "haar" or "zijn" or "mijn"
        || (text.Plain(i - 2) is "haar" or "zijn" or "mijn" && text.OnlyBlank(i - 2) && text.OnlyBlank(i - 1)
            && !Persons.Contains(text.Plain(i - 1)));

    [GeneratedRegex(@"^(?:-?(?:afdeling|zorg|verpleegkundige|consulent|netwerk|afdelingen|vriendelijk|centrum|team|fonds|patiënten|"
        + @"pati[eë]nt)|\s{1,10}(?:in het algemeen|als vak|fonds|nederland|centrum))", RegexOptions.IgnoreCase)]
    private static partial Regex GenericAfter();

    [GeneratedRegex(@"^\s{1,10}(?:van (?:mijn|mevrouw|meneer|onze collega|deze (?:medewerker|cliënt|bewoner|collega))\b|"
        + @"bij (?:mijn (?:moeder|vader|man|vrouw|collega)|mevrouw|meneer|haar|hem)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex PersonAfter();
}

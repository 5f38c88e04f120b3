using System.Globalization;
using System.Text.RegularExpressions;

namespace RegelLoket.Language.PersonalData;

/// <summary>
/// Finds full dates that are birth dates, because the words around them say so or because they directly follow a
/// person's name.
/// </summary>
internal static partial class BirthDateDetector
{
    private const int ContextBefore = 60;
    private const int ContextAfter = 30;
    private const int LatestYear = 2012;

    /// <summary>The maximum length of the text between a name and that person's date: " (", " is van ".</summary>
    private const int LongestLink = 24;

    public static IEnumerable<PersonalDataFinding> Find(string text, IReadOnlyList<PersonalDataFinding> names)
    {
        foreach (Match match in Date().Matches(text))
        {
            var end = match.Index + match.Length;
            var before = text[Math.Max(0, match.Index - ContextBefore)..match.Index];
            var after = text[end..Math.Min(text.Length, end + ContextAfter)];
            var born = (BirthBefore().IsMatch(before) || BirthAfter().IsMatch(after)
                || (PersonBefore().IsMatch(before) && IsLongAgo(match.Value))) && !NotAPerson().IsMatch(before);
            var later = Surroundings.IndexOfFirst(names, name => name.End > match.Index);
            if (born || (later > 0 && names[later - 1] is var name && match.Index - name.End <= LongestLink
                && (OnlySeparators().IsMatch(text.AsSpan(name.End..match.Index))
                    || (IsLongAgo(match.Value) && IsFrom().IsMatch(text.AsSpan(name.End..match.Index))))))
            {
                yield return new PersonalDataFinding(match.Index, end, PersonalDataKind.Geboortedatum);
            }
        }
    }

    [GeneratedRegex(@"(?<![\w-])(?:(?:0?[1-9]|[12]\d|3[01])\s?[-/. ]\s?(?:0?[1-9]|1[0-2])\s?[-/. ]\s?(?:(?:19|20)?\d{2}|['’]\d{2})|(?:19|"
        + @"20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])(?:e|ste|de)?[ -](?:januari|februari|maart|"
        + @"april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|"
        + @"dec)\.?[ -](?:(?:19|20)\d{2}|['’]\d{2})|(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|"
        + @"veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|"
        + @"ën)twintig|dertig|eenendertig)(?:de|ste)?|(?:0?[1-9]|[12]\d|3[01])(?:e|ste|de)?|eerste|derde)\s(?:januari|februari|"
        + @"maart|april|mei|juni|juli|augustus|september|oktober|november|december)\s(?:(?:19|20)\d{2}|(?:negentien\s?honderd|"
        + @"negentien\s?|tweeduizend\s?)(?:[a-zë]{1,30})?))(?![\w-])", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?:geboren|geboortedatum|geb\.?\s?dat(?:um)?|geboortedag|\bgeb\b\.?|verjaardag|verjaart|jarig|ter wereld|"
        + @"geboortejaar|g\.d\.)(?![^.;!?\n]{0,60}(?:in dienst|begonnen|gestart|ingegaan|sinds|overleden))[^;!?\n]{0,40}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex BirthBefore();

    [GeneratedRegex(@"^\s{0,10}(?:\)|,)?\s{0,10}(?:is\s{1,10})?(?:geboren|ter wereld|\(geb|jarig)", RegexOptions.IgnoreCase)]
    private static partial Regex BirthAfter();

    [GeneratedRegex(@"(?:organisatie|stichting|idee|initiatief|regeling|wet|project|plan|aanpak|"
        + @"vereniging)\b[^.;!?\n]{0,30}geboren", RegexOptions.IgnoreCase)]
    private static partial Regex NotAPerson();

    /// <summary>
    /// Whether a date is early enough for a birth date of an employee or a client; a later one is more likely of a
    /// letter or a decision.
    /// </summary>
    private static bool IsLongAgo(string date) => Year().Match(date) is { Success: true } year
        && int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) <= LatestYear;

    [GeneratedRegex(@"(?:19|20)\d{2}")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?:\b(?:hij|zij|ze|ik)\s(?:is|ben|was)\s(?:nog\s|pas\s|al\s|zelf\s)?van\s|\b(?:bouwjaar|lichting)\s|"
        + @"\b(?:zoon|dochter|moeder|vader|man|vrouw|collega|stagiaire?|leerling|cliënte?|client|bewoner|"
        + @"bewoonster)\s(?:is\s)?van\s|\b(?:cliënte?|client|bewoner|bewoonster|patiënte?|collega|"
        + @"medewerker|medewerkster|leerling|studente?|stagiaire?|kandidaat|zoon|dochter|moeder|vader|man|vrouw|broer|zus|kind|"
        + @"kleinzoon|kleindochter|partner)\s?[(,]\s?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex PersonBefore();

    [GeneratedRegex(@"^,?\s(?:is|was|komt|,)\s(?:nog\s|pas\s|al\s)?(?:van|uit)\s$|^,?\s(?:van|uit)\s$")]
    private static partial Regex IsFrom();

    [GeneratedRegex(@"^[\s,(*–-]{1,4}$")]
    private static partial Regex OnlySeparators();
}

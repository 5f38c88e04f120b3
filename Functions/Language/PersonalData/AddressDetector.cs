using System.Text.RegularExpressions;

namespace RegelLoket.Language.PersonalData;

/// <summary>
/// A street with a house number, or a postcode with one; not where the words before it say that it is the address of an organisation.
/// </summary>
internal static partial class AddressDetector
{
    private const int ContextLength = 90;
    private const int ReachAfter = 40;

    public static IEnumerable<PersonalDataFinding> Find(string text)
    {
        foreach (Match match in StreetAddress().Matches(text))
        {
            if (IsOfAPerson(text, match))
            {
                yield return new PersonalDataFinding(match.Index, match.Index + match.Length, PersonalDataKind.Adres);
            }
        }

        foreach (Match match in PostcodeAddress().Matches(text))
        {
            var personal = PersonalContext().IsMatch(Surroundings.Before(text, match.Index, ContextLength));
            if ((match.Groups["nr"].Success && IsOfAPerson(text, match)) || (personal && IsOfAPerson(text, match)))
            {
                yield return new PersonalDataFinding(match.Index, match.Index + match.Length, PersonalDataKind.Adres);
            }
        }
    }

    private static bool IsOfAPerson(string text, Match match)
    {
        var before = Surroundings.Before(text, match.Index, ContextLength);
        return PersonalContext().IsMatch(before) || !OrganisationContext()
            .IsMatch(before + " " + Surroundings.After(text, match.Index + match.Length, ReachAfter));
    }

    [GeneratedRegex(@"(?<![\w-]|\w['’])(?:(?:(?:[A-ZÀ-Ý][\w'’.-]{0,40}\s){1,2}"
        + @"(?:(?:van|de|der|den|het|te|ten|ter|'t)\s){1,2}|(?:(?!(?:De|Het|Een|Op|In|Aan|Bij|Naar|Zij|Hij|Ze|Ik|Mevrouw|Meneer|Van|Onze|"
        + @"Mijn|Adres|Wij|Tot|Langs)\s)[A-ZÀ-Ý0-9][\w'’.-]{0,40}\s){1,2})?"
        + @"[A-ZÀ-Ý][\w'’-]{0,40}(?:straat|laan|weg|plein|kade|gracht|singel|dijk|hof|steeg|pad|"
        + @"dreef|plantsoen|park|markt|wal|kamp|erf|akker|boulevard|allee|haven|vaart|brink|horst|weide|ring|hoek|gaarde|zoom|"
        + @"burgwal|baan|berg|heuvel|poort|brug|tuin|veld|bos)|[a-z]{3,40}(?:straat|laan|plein|gracht|kade|singel|plantsoen)|(?:Oude|"
        + @"Nieuwe|Lange|Korte|Hoge|Lage|Grote|Kleine)\s(?:Haven|Gracht|Weg|Markt|Kade|Dijk|Hof|Kerk|Poort|Brug|Singel|Wal|Vest|"
        + @"Baan)|(?:Laan|Weg|Plein|Hof|Kade|Straat)\s(?:van|der|de)(?:\s\w{1,40}){1,3})\s{1,4}(?:nr\.?\s?|"
        + @"nummer\s)?\d{1,4}(?:\s?[a-zA-Z](?![\w])|-\d{1,3}|-(?:[IV]{1,4}|bis|hs|huis|rood|zwart)(?!\w)|-[a-zA-Z](?!\w)|\s?(?:bis|"
        + @"hs|huis|[IV]{1,3})(?!\w))?(?!\w|[.,]\d|\s?(?:uur|keer|procent|%|euro|dagen|weken|jaar|mensen|"
        + @"minuten))(?:\s?,?\s(?:in\s)?\d{4}\s?[A-Z]{2}(?!\w))?(?:,?\s(?:in|te)\s[A-Z][\w-]{1,40}(?:\s(?:aan\s|op\s)?(?:de\s|"
        + @"den\s)?[A-Z][\w-]{1,40})?|,?\s(?:Amsterdam|Rotterdam|Utrecht|Den Haag|Eindhoven|Groningen|Tilburg|Almere|Breda|Nijmegen|"
        + @"Arnhem|Apeldoorn|Haarlem|Enschede|Amersfoort|Zwolle|Leiden|Maastricht|Dordrecht|Leeuwarden|Assen|Zoetermeer|Delft|"
        + @"Deventer|Hilversum|Venlo|Ede|Emmen|Gouda|Hoorn|Lelystad|Middelburg|Den Bosch|Helmond|Roosendaal|Alkmaar|Zeist|Heerlen|"
        + @"Oss|Alphen aan den Rijn|Hengelo|Almelo))?")]
    private static partial Regex StreetAddress();

    [GeneratedRegex(@"(?<![\w-])[1-9]\d{3}\s?(?!(?:SA|SD|SS)\b)[A-Z]{2}(?![\w-])(?<nr>\s?,?\s?(?:nr\.?\s?|nummer\s|huisnummer\s|"
        + @"-\s?)?\d{1,4}[a-zA-Z]?(?!\w))?")]
    private static partial Regex PostcodeAddress();

    [GeneratedRegex(@"\b(?:woont|wonen|woon|woonde|woonachtig|woonadres|huisadres|thuisadres|privéadres|mijn adres|haar adres|"
        + @"zijn adres|mijn postcode|haar postcode|zijn postcode|verhuisd naar|verhuist naar|bij (?:haar|hem|mevrouw|meneer) thuis|"
        + @"adres van (?:mevrouw|meneer|de cliënt|mijn))\b", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalContext();

    [GeneratedRegex(@"\b(?:locatie|locaties|vestiging|kantoor|hoofdkantoor|bezoekadres|postadres|gevestigd|verpleeghuis|ziekenhuis|"
        + @"praktijk|stichting|school|roc|gemeentehuis|gebouw|organisatie|instelling|zorgcentrum|woonzorgcentrum|zorggroep|b\.?v\.?|"
        + @"uwv|gemeente|ministerie|loket|postbus|bijeenkomst|vergadering|cursuslocatie|apotheek|zorgkantoor|hotel|afdeling|"
        + @"polikliniek|antwoordnummer|buurthuis|wijkcentrum|congres|huisartsenpost|opleidingscentrum|team|ggd|dagbesteding|"
        + @"werkplaats)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OrganisationContext();
}

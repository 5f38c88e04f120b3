using System.Text.RegularExpressions;

namespace RegelLoket.Language.PersonalData;

/// <summary>
/// Finds a street with a house number, or a postcode with one; not where the words before it say that it is the address
/// of an organisation, unless a person is named there too. After words such as "woont op", or before a postcode, a
/// street needs no typical street ending.
/// </summary>
internal static partial class AddressDetector
{
    private const int ContextLength = 90;
    private const int ReachAfter = 40;

    private const int LongestPostbox = 60;

    /// <summary>Finds the addresses.</summary>
    /// <param name="text">The text to scan.</param>
    /// <param name="names">The names of persons in it, in order: an address near one is taken to be theirs.</param>
    public static IEnumerable<PersonalDataFinding> Find(string text, IReadOnlyList<PersonalDataFinding> names)
    {
        foreach (Match match in StreetAddress().Matches(text))
        {
            if (IsOfAPerson(text, match.Index, match.Length, names))
            {
                yield return Of(match.Index, match.Length);
            }
        }

        foreach (Match match in AnyStreetWithPostcode().Matches(text).Concat(HomeAddress().Matches(text)))
        {
            var address = match.Groups["adres"];
            if (IsOfAPerson(text, address.Index, address.Length, names))
            {
                yield return Of(address.Index, address.Length);
            }
        }

        foreach (Match match in NumberedAddress().Matches(text))
        {
            if (IsBesidePerson(text, match.Index, names))
            {
                yield return Of(match.Index, match.Length);
            }
        }

        foreach (Match match in Postbox().Matches(text))
        {
            var end = match.Index + match.Length;
            var next = Surroundings.IndexOfFirst(names, name => name.Begin >= end);
            var named = next < names.Count && names[next].Begin - end <= Surroundings.After(text, end, LongestPostbox).Length;
            if (named || PersonalContext().IsMatch(Surroundings.Before(text, match.Index, ContextLength)))
            {
                yield return Of(match.Index, match.Length);
            }
        }

        foreach (Match match in PostcodeAddress().Matches(text))
        {
            if ((match.Groups["nr"].Success || PersonalContext()
                .IsMatch(Surroundings.Before(text, match.Index, ContextLength)))
                && IsOfAPerson(text, match.Index, match.Length, names))
            {
                yield return Of(match.Index, match.Length);
            }
        }
    }

    private static PersonalDataFinding Of(int begin, int length) => new(begin, begin + length, PersonalDataKind.Adres);

    private static bool IsOfAPerson(string text, int begin, int length, IReadOnlyList<PersonalDataFinding> names) =>
        IsBesidePerson(text, begin, names) || !OrganisationContext().IsMatch(
            Surroundings.Before(text, begin, ContextLength) + " " + Surroundings.After(text, begin + length, ReachAfter));

    /// <summary>Whether the words before it say that a person lives there, or name a person.</summary>
    private static bool IsBesidePerson(string text, int begin, IReadOnlyList<PersonalDataFinding> names)
    {
        var before = Surroundings.Before(text, begin, ContextLength);
        var last = Surroundings.IndexOfFirst(names, name => name.Begin >= begin) - 1;
        return PersonalContext().IsMatch(before) || (last >= 0 && names[last].Begin >= begin - before.Length);
    }

    [GeneratedRegex(@"(?<![\w-]|\w['’])(?:(?:(?:[A-ZÀ-Ý][\w'’.-]{0,40}\s){1,2}"
        + @"(?:(?:[Vv]an|[Dd]e|der|den|het|te|ten|ter|'t)\s){1,2}|(?:(?!(?:De|Het|Een|Op|In|Aan|Bij|Naar|Zij|Hij|Ze|Ik|Mevrouw|"
        + @"Meneer|Van|Onze|"
        + @"Mijn|Adres|Wij|Tot|Langs)\s)[A-ZÀ-Ý0-9][\w'’.-]{0,40}\s){1,2})?"
        + @"[A-ZÀ-Ý][\w'’-]{0,40}(?:straat|laan|weg|plein|kade|gracht|singel|dijk|hof|steeg|pad|"
        + @"(?:straat|laan|dijk|hof|steeg|plein|wal|berg)t?je|weggetje|paadje|dreef|plantsoen|park|markt|wal|kamp|erf|akker|"
        + @"boulevard|allee|haven|vaart|brink|horst|weide|ring|hoek|gaarde|zoom|"
        + @"burgwal|baan|berg|heuvel|poort|brug|tuin|veld|bos)|[a-z]{3,40}(?:straat|laan|plein|gracht|kade|singel|plantsoen)|(?:Oude|"
        + @"Nieuwe|Lange|Korte|Hoge|Lage|Grote|Kleine)\s(?:Haven|Gracht|Weg|Markt|Kade|Dijk|Hof|Kerk|Poort|Brug|Singel|Wal|Vest|"
        + @"Baan)|(?:Laan|Weg|Plein|Hof|Kade|Straat|Steeg|Pad|Dreef|Wal)\s(?:van|der|de)(?:\s\w{1,40}){1,3})(?:\s(?:Noord|Zuid|Oost|"
        + @"West|Noordzijde|Zuidzijde|Oostzijde|Westzijde|[NZOW]\.?Z\.?))?\s{1,4}(?:nr\.?\s?|"
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

    /// <summary>Capitalised words, a number and a postcode: a street, whatever its name.</summary>
    [GeneratedRegex(@"(?<![\w-])(?<adres>(?:(?:[1-9]e|'[ts]|[A-ZÀ-Ý][\w'’.-]{0,40}|(?<=[A-ZÀ-Ý][\w'’.-]{0,40}\s)"
        + @"(?:van|de|der|den|het|ten|ter|te|'t))\s){1,6}(?:nr\.?\s|nummer\s)?\d{1,4}"
        + @"(?:\s?[a-zA-Z](?!\w)|[- ]?(?:bis|hs|huis|[IV]{1,3})(?!\w)|"
        + @"-\d{1,3})?,?\s{1,3}(?:in\s)?[1-9]\d{3}\s?[A-Z]{2}(?!\w)(?:,?\s[A-ZÀ-Ý][\w'’-]{1,40}(?:\s(?:aan\s|op\s)?(?:de\s|den\s)?"
        + @"[A-ZÀ-Ý][\w-]{1,40})?)?)")]
    private static partial Regex AnyStreetWithPostcode();

    /// <summary>Words with a number after "woon op" or "adres is", also in lower case.</summary>
    [GeneratedRegex(@"\b(?:(?:woon|woont|wonen|woonde|woonachtig|verhuisd|verhuist|huur|huurt|gezinshuis staat|pleeggezin woont)\s"
        + @"(?:(?!uur|dagen)[\w,-]{1,20}\s){0,4}?(?:(?:op|aan|in|naar|bij)\s(?:de\s|den\s|het\s(?=(?-i:[A-ZÀ-Ý])))?|"
        + @"(?=(?-i:[A-ZÀ-Ý])))|(?:woonadres|huisadres|thuisadres|adres)"
        + @"(?:\s(?:is|wordt|van (?:haar|hem|mij)\sis)|:)\s)"
        + @"(?<adres>(?:(?!(?:de|een|met|al|voor|tot|in|nog|ruim|bijna|kamer|groep|niveau|leeftijd|afdeling|"
        + @"maar)\s)[\w'’.-]{1,40}\s){1,4}"
        + @"(?:nr\.?\s|nummer\s)?\d{1,4}(?:\s?[a-zA-Z](?!\w)|[- ]?(?:bis|hs|huis)(?!\w)|-\d{1,3})?)(?!\w|[.,]\d|\s?(?:uur|keer|procent|%|"
        + @"euro|dagen|weken|jaar|jaren|maanden|mensen|minuten|kilometer|km|cliënten|bewoners|kinderen|personen|januari|februari|maart|"
        + @"april|mei|juni|juli|augustus|september|oktober|november|december|plekken|plaatsen|m2))", RegexOptions.IgnoreCase)]
    private static partial Regex HomeAddress();

    /// <summary>A capitalised word, "nr." and a number: "Plein 1944 nr. 63".</summary>
    [GeneratedRegex(@"(?<![\w-])[A-ZÀ-Ý][\w'’-]{2,40}(?:\s(?:[A-ZÀ-Ý][\w'’-]{2,40}|19\d\d|[1-9]\d?)){0,2}\s"
        + @"(?:nr\.?|huisnummer|huisnr\.?)\s?\d{1,4}(?!\w)"
        + @"(?<!(?:Artikel|Kamerstukken|Stb|Stcrt|Formulier|Dossier|Zaak|Bijlage|Lokaal|Kamer|Team|BIG|Factuur|Order|AGB|"
        + @"Register|Registratie|Polis|Klant|Kenmerk|Besluit|Mijn)\s.{1,20})")]
    private static partial Regex NumberedAddress();

    [GeneratedRegex(@"(?<![\w-])Postbus\s\d{1,5}(?:,?\s{1,3}[1-9]\d{3}\s?[A-Z]{2}(?!\w)(?:,?\s(?:Den\s)?[A-ZÀ-Ý][\w'’-]{1,40})?)?")]
    private static partial Regex Postbox();

    [GeneratedRegex(@"\b(?:woont|wonen|woon|woonde|woonachtig|woonplaats|gezinshuis|pleeggezin|huurt|huur|huurwoning|koophuis|"
        + @"woonadres|huisadres|thuisadres|privéadres|mijn adres|haar adres|"
        + @"zijn adres|mijn postcode|haar postcode|zijn postcode|verhuisd naar|verhuist naar|bij (?:haar|hem|mevrouw|meneer) thuis|"
        + @"adres van (?:mevrouw|meneer|de cliënt|mijn))\b", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalContext();

    [GeneratedRegex(@"\b(?:locatie|locaties|vestiging|kantoor|hoofdkantoor|bezoekadres|postadres|gevestigd|verpleeghuis|ziekenhuis|"
        + @"praktijk|stichting|school|roc|gemeentehuis|gebouw|organisatie|instelling|zorgcentrum|woonzorgcentrum|zorggroep|b\.?v\.?|"
        + @"uwv|gemeente|ministerie|loket|postbus|bijeenkomst|vergadering|cursuslocatie|apotheek|zorgkantoor|hotel|afdeling|"
        + @"polikliniek|antwoordnummer|buurthuis|wijkcentrum|congres|huisartsenpost|opleidingscentrum|team|ggd|dagbesteding|"
        + @"werkplaats|nieuwbouw|pand|filiaal|zaal|museum|theater|kerk|gebouwd|bouwen|hotel|inspectie|"
        + @"rechtbank)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OrganisationContext();
}

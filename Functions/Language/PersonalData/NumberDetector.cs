using System.Numerics;
using System.Text.RegularExpressions;

namespace RegelLoket.Language.PersonalData;

/// <summary>
/// Finds e-mail addresses, bank accounts (mod 97), BIG numbers, citizen service numbers (11-proof) and telephone
/// numbers.
/// </summary>
internal static partial class NumberDetector
{
    private const int ContextLength = 45;

    public static IEnumerable<PersonalDataFinding> Find(string text)
    {
        var taken = new FindingList(text.Length);
        foreach (Match match in Email().Matches(text))
        {
            Take(match.Index, match.Length, PersonalDataKind.Email);
        }

        foreach (Match match in Iban().Matches(text))
        {
            if (LongestIban(match.Value) is { } length)
            {
                Take(match.Index, length, PersonalDataKind.Iban);
            }
        }

        foreach (Match match in ElevenDigits().Matches(text))
        {
            var (before, after) = (Before(text, match.Index), After(text, match.Index + match.Length));
            if (BigContext().IsMatch(before) || BigContext().IsMatch(after)
                || (IsAsRegistered(match.Value) && !OtherNumberContext().IsMatch(before)))
            {
                Take(match.Index, match.Length, PersonalDataKind.BigNummer);
            }
        }

        foreach (Match match in BsnShape().Matches(text))
        {
            var digits = Digits(match.Value);
            var before = Before(text, match.Index);
            if ((digits.Length == 9 || (digits.Length == 8 && BsnContext().IsMatch(before))) && PassesElevenProof(digits)
                && !OtherNumberContext().IsMatch(before))
            {
                Take(match.Index, match.Length, PersonalDataKind.Bsn);
            }
        }

        foreach (Match match in Telephone().Matches(text))
        {
            if (IsTelephone(match.Value) && !OtherNumberContext().IsMatch(Before(text, match.Index)) && !GeneralLineContext()
                .IsMatch(Before(text, match.Index)))
            {
                Take(match.Index, match.Length, PersonalDataKind.Telefoon);
            }
        }

        return taken.All;

        void Take(int begin, int length, PersonalDataKind kind) =>
            taken.Add(new PersonalDataFinding(begin, begin + length, kind));
    }

    /// <summary>Whether the digits pass the 11-proof of the BSN: weights 9 to 2, and -1 for the last digit.</summary>
    public static bool PassesElevenProof(string digits)
    {
        var padded = digits.PadLeft(9, '0');
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (padded[i] - '0') * (9 - i);
        }

        return (sum - (padded[8] - '0')) % 11 == 0 && padded.Trim('0').Length > 1;
    }

    /// <summary>
    /// Whether an IBAN passes the check of ISO 13616: the first four characters moved to the end, letters as numbers,
    /// remainder 1 on division by 97.
    /// </summary>
    public static bool PassesMod97(string iban)
    {
        var number = string.Concat((iban[4..] + iban[..4])
            .Select(c => char.IsDigit(c) ? c.ToString() : (char.ToUpperInvariant(c) - 'A' + 10)
            .ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return BigInteger.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 97 == 1;
    }

    private static int? LongestIban(string candidate)
    {
        for (var length = candidate.Length; length >= 15; length--)
        {
            if (!char.IsLetterOrDigit(candidate[length - 1])
                || (length < candidate.Length && char.IsLetterOrDigit(candidate[length])))
            {
                continue;
            }

            var plain = string.Concat(candidate[..length].Where(char.IsLetterOrDigit));
            if (plain.Length is >= 15 and <= 34 && PassesMod97(plain)
                && (!plain.StartsWith("NL", StringComparison.OrdinalIgnoreCase) || plain.Length == 18))
            {
                return length;
            }
        }

        return null;
    }

    private static bool IsTelephone(string value)
    {
        var digits = Digits(value);
        if (value.StartsWith("+31", StringComparison.Ordinal) || digits.StartsWith("0031", StringComparison.Ordinal))
        {
            var national = digits[(digits.StartsWith("0031", StringComparison.Ordinal) ? 4 : 2)..].TrimStart('0');
            return national.Length == 9;
        }

        if (value.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal))
        {
            return digits.Length is >= 10 and <= 15 && !digits.StartsWith("000", StringComparison.Ordinal);
        }

        return digits.Length == 10 && digits[0] == '0' && !digits.StartsWith("0800", StringComparison.Ordinal)
            && !digits.StartsWith("0900", StringComparison.Ordinal)
            && !digits.StartsWith("0906", StringComparison.Ordinal) && !digits.StartsWith("0909", StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether a number has the form of a BIG number in use: a digit and a 9 at the start. Other numbers of eleven
    /// digits (an order, a meter) seldom have it, and are usually labelled.
    /// </summary>
    private static bool IsAsRegistered(string value) => value is [not '0', '9', ..] && value.All(char.IsAsciiDigit);

    private static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit));

    private static string Before(string text, int index) => text[Math.Max(0, index - ContextLength)..index];

    private static string After(string text, int index) => text[index..Math.Min(text.Length, index + 25)];

    [GeneratedRegex(@"(?<![\w.+-])[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,20}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,20}\.[a-zA-Z]{2,24}(?![\w-])")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}")]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\w+-]|\d[.,/ ])\d{2}(?:\d{9}|(?:[ .]\d{3}){3})(?![\w-]|[.,]\d| \d| euro)")]
    private static partial Regex ElevenDigits();

    [GeneratedRegex(@"\bbig\b|\bbig-?(?:nummer|nr|registratie|register)|register|geregistreerd|registratie ?n|ingeschreven|inschrijfn",
        RegexOptions.IgnoreCase)]
    private static partial Regex BigContext();

    [GeneratedRegex(@"(?<![\w+/€-]|\d[.,])(?:\d{8,9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{3}[ .-]\d{2}[ .-]\d{4}|\d{4}[ .-]\d{2}[ .-]\d{3}|"
        + @"\d{2}[ .-]\d{3}[ .-]\d{4}|\d{3}[ .-]\d{4}[ .-]\d{2})(?![\w/-]|[.,]\d)")]
    private static partial Regex BsnShape();

    [GeneratedRegex(@"bsn|burgerservice|sofi", RegexOptions.IgnoreCase)]
    private static partial Regex BsnContext();

    [GeneratedRegex(@"(?:rsin|kvk|kamer van koophandel|factuur|btw|fiscaal nummer|fiscaalnummer|loonheffingen|dossiernummer|"
        + @"zaaknummer|ordernummer|order|debiteur|zending|verzendnummer|pakket|barcode|serienummer|contractnummer|meter|ean|"
        + @"polisnummer|klantnummer|relatienummer|referentie|kenmerk|agb|agb-code|artikelnummer|bestelnummer|"
        + @"brin|isbn|vestigingsnummer)[^.;\n]{0,22}$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherNumberContext();

    [GeneratedRegex(@"(?:algemeen nummer|algemene nummer|klantenservice|receptie|centrale|servicelijn|informatielijn|"
        + @"hulplijn)[^.;\n]{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex GeneralLineContext();

    [GeneratedRegex(@"(?<![\w+./-])(?:(?:\+|00)\d{2}[ .-]?(?:\(0\))?[ .-]?\d(?:[ .-]?\d){6,10}|"
        + @"\(0\d{1,3}\)[ .-]?\d(?:[ .-]?\d){5,8}|0\d(?:[ ./-]{0,3}\d){8})(?![\w-])")]
    private static partial Regex Telephone();
}

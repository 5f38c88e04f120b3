using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Web;

/// <summary>Rejects personal data and names of organisations in texts for the public.</summary>
internal static class PersonalDataCheck
{
    private const int ShortestName = 3;

    /// <summary>
    /// Adds an error when a text has numbers or addresses; a possible name or health matter may pass after review.
    /// </summary>
    public static void RefusePersonalData(this FieldErrors errors, string field, string? text, bool reviewed)
    {
        var kinds = PersonalDataScan.Scan(text ?? "").Select(finding => finding.Kind).Distinct()
            .Where(kind => !reviewed || kind is not (PersonalDataKind.Naam or PersonalDataKind.Gezondheid)).ToList();
        var found = string.Join(", ", kinds.Select(kind => kind.Label().ToLowerInvariant()));
        errors.AddWhen(kinds.Count > 0, field, $"Hier lijkt een persoonsgegeven te staan: {found}. Haal het weg.");
    }

    /// <summary>
    /// Adds an error when a text names an organisation. A name of one word may be an ordinary word, such as
    /// "Thuiszorg", and passes after review.
    /// </summary>
    public static void RefuseOrganisation(this FieldErrors errors, string field, string? text, string? name, bool reviewed)
    {
        var organisation = TextSanitizer.CleanLine(name);
        errors.AddWhen(
            organisation.Length >= ShortestName && !(reviewed && !organisation.Contains(' ', StringComparison.Ordinal))
                && Regex.IsMatch(text ?? "", $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(organisation)}(?![\p{{L}}\p{{N}}])",
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
            field, "Hier staat de naam van de organisatie. Haal die weg.");
    }
}

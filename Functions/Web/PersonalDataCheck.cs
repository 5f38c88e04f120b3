using RegelLoket.Cases;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Web;

/// <summary>Rejects personal data in texts for the public.</summary>
internal static class PersonalDataCheck
{
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
}

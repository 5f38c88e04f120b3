using RegelLoket.Cases;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Intake.Protection;

/// <summary>A citizen service number (BSN) is never taken, by whatever way it comes: there is no legal ground to have it.</summary>
public static class CitizenServiceNumbers
{
    public const string Refusal = "Hier staat een burgerservicenummer (BSN). Dat mogen we niet aannemen. Haal het weg.";

    public static bool In(string? text) => !string.IsNullOrEmpty(text) && PersonalDataScan.Scan(text)
        .Any(finding => finding.Kind == PersonalDataKind.Bsn);

    /// <summary>Names every text with such a number in <paramref name="errors"/>, under its field.</summary>
    /// <remarks>A text that is refused for another reason is not read: it may be of any length.</remarks>
    public static void Refuse(IEnumerable<KeyValuePair<string, string?>> texts, FieldErrors errors)
    {
        foreach (var (field, _) in texts.Where(text => !errors.Has(text.Key) && In(text.Value)))
        {
            errors.Add(field, Refusal);
        }
    }
}

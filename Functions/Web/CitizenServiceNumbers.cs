using System.Globalization;
using System.Text;
using RegelLoket.Cases;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Web;

/// <summary>Rejects citizen service numbers (BSN), since there is no legal ground to process them.</summary>
public static class CitizenServiceNumbers
{
    public const string Refusal = "Hier staat een burgerservicenummer (BSN). Dat mogen we niet aannemen. Haal het weg.";

    /// <summary>
    /// Whether a text holds such a number as a reader sees it, whatever invisible characters separate its digits or
    /// whatever script they are in.
    /// </summary>
    public static bool In(string? text) => !string.IsNullOrEmpty(text) && PersonalDataScan.Scan(AsSeen(text))
        .Any(finding => finding.Kind == PersonalDataKind.Bsn);

    /// <summary>
    /// Adds an error to <paramref name="errors"/> for every text with such a number, by field. The texts must be those
    /// that would be stored, since cleaning can make a number visible.
    /// </summary>
    /// <remarks>A text that is rejected for another reason is not scanned, since it may be of any length.</remarks>
    public static void Refuse(IEnumerable<KeyValuePair<string, string?>> texts, FieldErrors errors)
    {
        foreach (var (field, _) in texts.Where(text => !errors.Has(text.Key) && In(text.Value)))
        {
            errors.Add(field, Refusal);
        }
    }

    private static string AsSeen(string text) => UnicodeText.Normalized(
        string.Concat(text.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)),
        NormalizationForm.FormKC);
}

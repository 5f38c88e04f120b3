using System.Globalization;
using System.Text;
using RegelLoket.Cases;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Web;

/// <summary>A citizen service number (BSN) is never taken, by whatever way it comes: there is no legal ground to have it.</summary>
public static class CitizenServiceNumbers
{
    public const string Refusal = "Hier staat een burgerservicenummer (BSN). Dat mogen we niet aannemen. Haal het weg.";

    /// <summary>Whether a reader sees such a number in the text, whatever invisible signs part it or whatever digits spell it.</summary>
    public static bool In(string? text) => !string.IsNullOrEmpty(text) && PersonalDataScan.Scan(AsSeen(text))
        .Any(finding => finding.Kind == PersonalDataKind.Bsn);

    /// <summary>
    /// Names every text with such a number in <paramref name="errors"/>, under its field. The texts are those that would be stored: cleaned
    /// text can hold a number that what was typed did not show.
    /// </summary>
    /// <remarks>A text that is refused for another reason is not read: it may be of any length.</remarks>
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

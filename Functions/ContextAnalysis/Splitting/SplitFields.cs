using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>The fields of a split: for each part what every report must have, and one reason.</summary>
public static class SplitFields
{
    public const int FewestParts = 2;
    public const int MaximumReason = 1_000;

    /// <summary>The required texts of a report, the title first; every part has its own.</summary>
    public static IReadOnlyList<ReportField> OfPart { get; } = [.. ReportFields.Texts.Where(field => field.IsRequired)];

    /// <summary>The name of a field of a part in form and API, by the place of the part, counted from 0.</summary>
    public static string NameOf(int place, ReportField field) => $"delen[{place}].{field.Name}";

    /// <summary>Checks a split and returns its texts by their names in the private part.</summary>
    public static Dictionary<string, string> Check(SplitReport split, FieldErrors errors)
    {
        errors.AddWhen(split.Parts.Count is < FewestParts or > ReportSplit.MostParts, "delen",
            $"Maak {FewestParts} tot {ReportSplit.MostParts} delen.");
        var texts = new Dictionary<string, string>();
        for (var place = 0; place < split.Parts.Count; place++)
        {
            foreach (var field in OfPart)
            {
                texts[TextNames.OfPart(place + 1, field.TextName!)] = Checked(place, TextOf(split.Parts[place], field), field, errors);
            }
        }

        texts[TextNames.Reason] = errors.Text("reden", split.Reason, "de reden", MaximumReason, required: true);
        return texts;
    }

    private static string Checked(int place, string? text, ReportField field, FieldErrors errors)
    {
        var name = NameOf(place, field);
        var clean = field.Kind == ReportFieldKind.Line ? TextSanitizer.CleanLine(text) : TextSanitizer.Clean(text);
        errors.AddWhen(clean.Length == 0, name, $"Vul {field.InSentence} van deel {place + 1} in.");
        CitizenServiceNumbers.Refuse([new(name, clean)], errors);
        return errors.Text(name, clean, field.InSentence, field.Limit);
    }

    private static string? TextOf(SplitPart part, ReportField field) => field.TextName switch
    {
        TextNames.Title => part.Title,
        TextNames.Description => part.Description,
        TextNames.Obstacle => part.Obstacle,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, "A part has no such text."),
    };
}

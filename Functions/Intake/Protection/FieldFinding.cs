using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Intake.Protection;

/// <summary>
/// A finding of personal data in an answer, with a few words around it, so that the reporter can find and correct it.
/// </summary>
/// <param name="Step">The page of the answer.</param>
/// <param name="Field">The field on it.</param>
/// <param name="Kind">The kind of personal data.</param>
/// <param name="Before">The words before it.</param>
/// <param name="Found">The text that was found.</param>
/// <param name="After">The words after it.</param>
public sealed record FieldFinding(
    FormStep Step, string Field, PersonalDataKind Kind, string Before, string Found, string After)
{
    private const int Around = 40;

    /// <summary>Whether it must be removed: there is no legal ground to process a citizen service number.</summary>
    public bool IsRefused => Kind == PersonalDataKind.Bsn;

    public static IReadOnlyList<FieldFinding> In(Draft draft) =>
        [.. ReportFields.Written.SelectMany(field => In(FormStep.Of(field), field, draft))];

    /// <summary>Returns the findings on one page.</summary>
    public static IReadOnlyList<FieldFinding> In(Draft draft, FormStep step) =>
        [.. ReportFields.Written.Where(field => step.Fields.Contains(field.Name)).SelectMany(field => In(step, field, draft))];

    /// <summary>Returns the findings in one field; a text that is too long is rejected anyway.</summary>
    private static IEnumerable<FieldFinding> In(FormStep step, ReportField field, Draft draft) =>
        draft.Answer(field.Name) is var text && text.Length <= field.Limit ? In(step, field.Name, text) : [];

    private static IEnumerable<FieldFinding> In(FormStep step, string field, string text) =>
        PersonalDataScan.Scan(text).Select(finding =>
    {
        var from = Math.Max(0, finding.Begin - Around);
        var until = Math.Min(text.Length, finding.End + Around);
        return new FieldFinding(
            step, field, finding.Kind, (from > 0 ? "…" : "") + text[from..finding.Begin], text[finding.Begin..finding.End],
            text[finding.End..until] + (until < text.Length ? "…" : ""));
    });
}

using RegelLoket.Intake.Drafts;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Intake.Protection;

/// <summary>Personal data in an answer: where it stands, with a few words around it, so that the reporter can find and mend it.</summary>
/// <param name="Step">The page of the answer.</param>
/// <param name="Field">The field on it.</param>
/// <param name="Kind">What it seems to be.</param>
/// <param name="Before">The words before it.</param>
/// <param name="Found">What was found.</param>
/// <param name="After">The words behind it.</param>
public sealed record FieldFinding(FormStep Step, string Field, PersonalDataKind Kind, string Before, string Found, string After)
{
    private const int Around = 40;

    private static readonly (string Field, FormStep Step)[] Texts =
    [
        ("omschrijving", FormStep.Goal), ("titel", FormStep.Goal), ("belemmering", FormStep.Obstacle),
        ("vermoedelijkeRegel", FormStep.Rule),
        ("mensen", FormStep.Consequences), ("uren", FormStep.Consequences), ("geld", FormStep.Consequences),
        ("gevolgen", FormStep.Consequences), ("geprobeerd", FormStep.Tried), ("wens", FormStep.Wish), ("organisatie", FormStep.Place),
    ];

    /// <summary>A citizen service number is never taken: there is no legal ground to have it.</summary>
    public bool IsRefused => Kind == PersonalDataKind.Bsn;

    public static IReadOnlyList<FieldFinding> In(Draft draft) =>
        [.. Texts.SelectMany(text => In(text.Step, text.Field, draft.Answer(text.Field)))];

    /// <summary>The findings on one page.</summary>
    public static IReadOnlyList<FieldFinding> In(Draft draft, FormStep step) =>
        [.. Texts.Where(text => step.Fields.Contains(text.Field)).SelectMany(text => In(step, text.Field, draft.Answer(text.Field)))];

    private static IEnumerable<FieldFinding> In(FormStep step, string field, string text) => PersonalDataScan.Scan(text).Select(finding =>
    {
        var from = Math.Max(0, finding.Begin - Around);
        var until = Math.Min(text.Length, finding.End + Around);
        return new FieldFinding(
            step, field, finding.Kind, (from > 0 ? "…" : "") + text[from..finding.Begin], text[finding.Begin..finding.End],
            text[finding.End..until] + (until < text.Length ? "…" : ""));
    });
}

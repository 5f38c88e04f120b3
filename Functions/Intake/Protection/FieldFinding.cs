using RegelLoket.ContextAnalysis.PersonalData;
using RegelLoket.Intake.Drafts;

namespace RegelLoket.Intake.Protection;

/// <summary>Personal data in an answer: where it stands, with a few words around it, so that the reporter can find and mend it.</summary>
public sealed record FieldFinding(FormStep Step, PersonalDataKind Kind, string Before, string Found, string After)
{
    private const int Around = 40;

    private static readonly (string Field, FormStep Step)[] Texts =
    [
        ("omschrijving", FormStep.Goal), ("titel", FormStep.Goal), ("belemmering", FormStep.Obstacle), ("vermoedelijkeRegel", FormStep.Rule),
        ("gevolgen", FormStep.Consequences), ("geprobeerd", FormStep.Tried), ("wens", FormStep.Wish), ("organisatie", FormStep.Place),
    ];

    /// <summary>A citizen service number is never taken: there is no legal ground to have it.</summary>
    public bool IsRefused => Kind == PersonalDataKind.Bsn;

    public static IReadOnlyList<FieldFinding> In(Draft draft) =>
        [.. Texts.SelectMany(text => In(text.Step, draft.Answer(text.Field)))];

    private static IEnumerable<FieldFinding> In(FormStep step, string text) => PersonalDataScan.Scan(text).Select(finding =>
    {
        var from = Math.Max(0, finding.Begin - Around);
        var until = Math.Min(text.Length, finding.End + Around);
        return new FieldFinding(
            step, finding.Kind, (from > 0 ? "…" : "") + text[from..finding.Begin], text[finding.Begin..finding.End], text[finding.End..until] + (until < text.Length ? "…" : ""));
    });
}

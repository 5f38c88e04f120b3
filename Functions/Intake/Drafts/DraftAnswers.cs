using RegelLoket.Cases;
using RegelLoket.Intake.Pages;
using RegelLoket.Web.Components;

namespace RegelLoket.Intake.Drafts;

/// <summary>All answers of a draft in words, for the page to check and for keeping after sending.</summary>
public static class DraftAnswers
{
    /// <summary>Returns the answers of an organisation that joins a published item.</summary>
    public static IReadOnlyList<DataItem> OfJoin(Draft draft) =>
    [
        new("Hoeveel mensen", draft.Answer("mensen")),
        new("Uren per maand", draft.Answer("uren")),
        new("Geld per jaar", draft.Answer("geld")),
        new("Wat jullie verder merken", draft.Answer("gevolgen")),
        new("Branche", BrancheOf(draft)),
        new("Regio", draft.Answer("regio")),
        new("Organisatie", draft.Answer("organisatie")),
    ];

    public static IReadOnlyList<DataItem> Of(Draft draft, bool withLinks)
    {
        var isReachable = draft.Answer("bereikbaar") == FormStep.ReachableValue;
        var fields = ReportFields.All.Where(field => field.Kind != ReportFieldKind.Estimate
            && (field.Page != FormStep.Contact.Slug || field.Kind == ReportFieldKind.Ways != isReachable));
        return [.. fields.Select(field => new DataItem(
            field.Label, InWords(draft, field), withLinks ? $"{FormStep.Of(field).Address}?wijzigen=ja" : null))];
    }

    /// <summary>Returns an answer as text: the names of choices, and the estimates with the consequences.</summary>
    private static string? InWords(Draft draft, ReportField field) => field.Name switch
    {
        "branche" => BrancheOf(draft),
        "themas" => string.Join(", ", draft.AnswersTo("themas")
            .Select(slug => StepChoices.Themes.FirstOrDefault(choice => choice.Value == slug)?.Text ?? slug)),
        "bereikbaar" => draft.Answer("bereikbaar") == FormStep.AnonymousValue ? "Anoniem" : null,
        ReportFields.Consequences => DraftReport.RequestOf(draft).Texts[field.Name],
        _ => draft.Answer(field.Name),
    };

    private static string? BrancheOf(Draft draft) =>
        EnumNames.TryParseSlug<Branche>(draft.Answer("branche"), out var branche) ? branche.Label() : null;
}

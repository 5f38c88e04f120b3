using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Experiments.Participation;

/// <summary>The fields of the logbook: one form, of which each button sends a part and keeps the rest.</summary>
public static class LogbookFields
{
    /// <summary>The pressed button.</summary>
    public const string Action = "actie";

    public const string SaveStep = "stap";
    public const string SaveFigures = "cijfers";
    public const string Finish = "afronden";

    /// <summary>Keeps everything that was typed, and sends nothing.</summary>
    public const string Keep = "bewaren";

    private static readonly string[] Step = ["fase", "notitie"];
    private static readonly string[] Figures = ["ronde", "uitstroom", "verzuim", "uren"];
    private static readonly string[] End = ["resultaat", "lessen"];

    /// <summary>Returns the fields that a button sends.</summary>
    public static IReadOnlyCollection<string> Of(string action) => action switch
    {
        SaveStep => Step,
        SaveFigures => Figures,
        Finish => End,
        _ => [],
    };

    /// <summary>Returns what was typed, to keep until it is sent.</summary>
    public static LogbookDraft DraftOf(FormState form, DateTimeOffset now) => new()
    {
        Fields = Step.Concat(Figures).Concat(End).Where(field => form.Value(field).Length > 0)
            .ToDictionary(field => field, form.Value),
        SavedAt = now,
    };

    /// <summary>Returns a form with what was kept.</summary>
    public static FormState Form(LogbookDraft? draft) =>
        (draft?.Fields ?? new Dictionary<string, string>()).Aggregate(
            new FormState(), (form, field) => form.With(field.Key, field.Value));
}

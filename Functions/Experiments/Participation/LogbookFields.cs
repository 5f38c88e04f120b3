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

    public const string NoteLabel = "Wat gebeurde er?";
    public const string LessonsLabel = "Wat hebben jullie geleerd?";

    private static readonly string[] Step = ["fase", "notitie"];
    private static readonly string[] Figures = ["ronde", "uitstroom", "verzuim", "uren"];
    private static readonly string[] End = ["resultaat", "lessen"];

    /// <summary>The fields in which something is written, with their labels; the others only say what that is about.</summary>
    private static readonly (string Field, string Label)[] Written =
    [
        ("notitie", NoteLabel), ("uitstroom", MeasureKind.Outflow.Label()), ("verzuim", MeasureKind.SickLeave.Label()),
        ("uren", MeasureKind.Hours.Label()), ("lessen", LessonsLabel),
    ];

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

    /// <summary>Returns what was written and not sent, with its labels.</summary>
    public static IReadOnlyList<(string Label, string Text)> UnsentIn(LogbookDraft? draft) =>
    [
        .. from written in Written
           let text = draft?.Fields.GetValueOrDefault(written.Field)
           where text is not null
           select (written.Label, text),
    ];

    /// <summary>Refuses the end while a step or figures are not sent: after it they could not be any more.</summary>
    public static void RefuseUnsent(LogbookDraft? draft, FieldErrors errors)
    {
        foreach (var (field, _) in Written.Where(written => draft?.Fields.ContainsKey(written.Field) is true))
        {
            errors.AddWhen(!End.Contains(field), field, $"Bewaar eerst je {(Step.Contains(field) ? "stap" : "cijfers")}, of maak dit veld "
                + "leeg. Na het afronden kan er niets meer bij.");
        }
    }

    /// <summary>Returns a form with what was kept.</summary>
    public static FormState Form(LogbookDraft? draft) =>
        (draft?.Fields ?? new Dictionary<string, string>()).Aggregate(
            new FormState(), (form, field) => form.With(field.Key, field.Value));
}

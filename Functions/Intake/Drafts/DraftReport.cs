using System.Globalization;
using RegelLoket.Web;

namespace RegelLoket.Intake.Drafts;

/// <summary>A draft as the report that it becomes, so that the form and the API are checked by the same rules.</summary>
public static class DraftReport
{
    private static readonly (string Field, string Label)[] Counts =
    [
        ("mensen", "Aantal mensen"), ("uren", "Uren per maand"), ("geld", "Geld per jaar"),
    ];

    private static readonly (string Field, string Question)[] Questions =
    [
        ("omschrijving", "Schrijf op wat je wilt doen."), ("titel", "Vat je melding samen in één zin."),
        ("belemmering", "Schrijf op wat je tegenhoudt."),
    ];

    public static ReportRequest RequestOf(Draft draft) => new()
    {
        Title = draft.Answer("titel"),
        Description = draft.Answer("omschrijving"),
        Obstacle = draft.Answer("belemmering"),
        SuspectedRule = draft.Answer("vermoedelijkeRegel"),
        Consequences = ConsequencesOf(draft),
        Tried = draft.Answer("geprobeerd"),
        Wish = draft.Answer("wens"),
        Branche = draft.Answer("branche"),
        Themes = draft.AnswersTo("themas"),
        Region = draft.Answer("regio"),
        Organisation = draft.Answer("organisatie"),
        Reporter = draft.Answer("bereikbaar") == FormStep.ReachableValue
            ? new ReporterRequest
            {
                Name = draft.Answer("melder.naam"),
                Email = draft.Answer("melder.email"),
                Telephone = draft.Answer("melder.telefoon")
            }
            : null,
    };

    /// <summary>
    /// A draft as one more organisation where a published item plays too; what is wrong with it is in the form afterwards.
    /// </summary>
    public static JoinRequest JoinOf(Draft draft, FormState form)
    {
        int? people = null;
        if (draft.Answer("mensen") is { Length: > 0 } typed)
        {
            people = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1;
        }
        var request = new JoinRequest
        {
            People = people,
            Hours = draft.Answer("uren"),
            Money = draft.Answer("geld"),
            Consequences = draft.Answer("gevolgen"),
            Branche = draft.Answer("branche"),
            Region = draft.Answer("regio"),
            Organisation = draft.Answer("organisatie"),
        };
        _ = Impact.Parse(request, out var errors);
        foreach (var (field, error) in errors)
        {
            form.Refuse(field, error);
        }
        return request;
    }

    /// <summary>The draft with the answers of one page.</summary>
    public static Draft With(this Draft draft, FormStep step, FormState form)
    {
        var answers = new Dictionary<string, string[]>(draft.Answers);
        foreach (var field in step.Fields)
        {
            answers[field] = [.. form.Values(field)];
        }
        return draft with
        {
            Answers = answers,
            Answered = step.IsQuestion ? [.. draft.Answered.Append(step.Slug).Distinct()]
            : draft.Answered,
            Joining = step.IsQuestion ? null : draft.Joining
        };
    }

    /// <summary>Notes in the form what is wrong with the answers of one page.</summary>
    public static void Check(Draft draft, FormStep step, FormState form)
    {
        var errors = ErrorsIn(draft);
        foreach (var field in step.Fields.Where(errors.ContainsKey))
        {
            form.Refuse(field, errors[field]);
        }
    }

    /// <summary>What is wrong with the draft as a whole, by field.</summary>
    public static IReadOnlyDictionary<string, string> ErrorsIn(Draft draft)
    {
        _ = Report.TryParse(RequestOf(draft), out _, out var found);
        var errors = new Dictionary<string, string>(found);
        foreach (var (field, label) in Counts.Where(count => draft.Answer(count.Field).Length > 60))
        {
            errors[field] = $"Houd het kort bij '{label}'. Meer uitleg kan hieronder.";
        }
        foreach (var (field, question) in Questions.Where(question => draft.Answer(question.Field).Length == 0))
        {
            errors[field] = question;
        }
        if (draft.Answer("bereikbaar") is not (FormStep.AnonymousValue or FormStep.ReachableValue))
        {
            errors["bereikbaar"] = "Kies of we je mogen bereiken.";
        }
        else if (draft.Answer("bereikbaar") == FormStep.ReachableValue && draft.Answer("melder.email")
            .Length == 0 && draft.Answer("melder.telefoon").Length == 0)
        {
            errors["melder.email"] = "Vul een e-mailadres of een telefoonnummer in. Of kies anoniem.";
        }
        return errors;
    }

    /// <summary>The form of a page, filled with the draft's answers.</summary>
    public static FormState FormOf(Draft draft, FormStep step)
    {
        var form = new FormState();
        foreach (var field in step.Fields)
        {
            form.With(field, [.. draft.AnswersTo(field)]);
        }
        return form;
    }

    private static string ConsequencesOf(Draft draft)
    {
        var counts = Counts.Where(count => draft.Answer(count.Field).Length > 0)
            .Select(count => $"{count.Label}: {draft.Answer(count.Field)}");
        return string.Join("\n", counts.Append(draft.Answer("gevolgen")).Where(line => line.Length > 0));
    }
}

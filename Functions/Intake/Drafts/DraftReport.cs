using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Intake.Drafts;

/// <summary>Converts a draft to a report, so that form and API are checked by the same rules.</summary>
public static class DraftReport
{
    public static ReportRequest RequestOf(Draft draft) => new()
    {
        Texts = ReportFields.Texts.ToDictionary(field => field.Name, field => (string?)TextOf(draft, field.Name)),
        Branche = draft.Answer("branche"),
        Themes = ThemesOf(draft.AnswersTo("themas")),
        Region = draft.Answer("regio"),
        Reporter = draft.Answer("bereikbaar") == FormStep.ReachableValue
            ? new ReporterRequest
            {
                Name = draft.Answer("melder.naam"),
                Email = draft.Answer("melder.email"),
                Telephone = draft.Answer("melder.telefoon")
            }
            : null,
    };

    /// <summary>None for a person who does not know; null where nothing was chosen.</summary>
    private static IReadOnlyList<string>? ThemesOf(IReadOnlyList<string> chosen) =>
        chosen.Count == 0 ? null : [.. chosen.Where(theme => theme != FormStep.UnknownValue)];

    /// <summary>
    /// Converts a draft to a join request, and adds its errors to the form. Where no case is behind the item only a
    /// number is asked; other answers in the draft belong to another page.
    /// </summary>
    public static JoinRequest JoinOf(Draft draft, FormState form, PublishedMatch item)
    {
        int? people = null;
        if (draft.Answer("mensen") is { Length: > 0 } typed)
        {
            people = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1;
        }
        var request = item.Case is null ? new JoinRequest { People = people } : new JoinRequest
        {
            People = people,
            Hours = draft.Answer("uren"),
            Money = draft.Answer("geld"),
            Consequences = draft.Answer("gevolgen"),
            Branche = draft.Answer("branche"),
            Region = draft.Answer("regio"),
            Organisation = draft.Answer("organisatie"),
        };
        var errors = new FieldErrors();
        _ = Impact.Parse(request, errors);
        form.Refuse(errors.All);
        return request;
    }

    /// <summary>Returns the draft with the answers of one page.</summary>
    public static Draft With(this Draft draft, FormStep step, FormState form)
    {
        var answers = new Dictionary<string, string[]>(draft.Answers);
        foreach (var field in FieldsIn(form, step))
        {
            answers[field] = [.. form.Values(field)];
        }
        return draft with
        {
            Answers = answers,
            Answered = step.IsQuestion ? [.. draft.Answered.Append(step.Slug).Distinct()]
            : draft.Answered,
            Joining = step.IsQuestion ? null : draft.Joining,
            Helped = step.IsQuestion ? null : draft.Helped,
        };
    }

    /// <summary>
    /// Returns a draft without answers with a search text as its title, or as its description where that is too long; a
    /// draft with answers is returned as it is.
    /// </summary>
    public static Draft WithWords(this Draft draft, string words)
    {
        if (draft.Answers.Count > 0)
        {
            return draft;
        }

        var title = ReportFields.All.First(field => field.TextName == TextNames.Title);
        var description = ReportFields.All.First(field => field.TextName == TextNames.Description);
        return draft with
        {
            Answers = new Dictionary<string, string[]>
            {
                [(words.Length <= title.Limit ? title
                : description).Name] = [words]
            },
        };
    }

    /// <summary>Whether the draft has these answers of one page already.</summary>
    public static bool Holds(Draft draft, FormStep step, FormState form) =>
        FieldsIn(form, step).All(field => draft.AnswersTo(field).SequenceEqual(form.Values(field)));

    /// <summary>The fields that a page answers. The page to join asks fewer for some items.</summary>
    private static IEnumerable<string> FieldsIn(FormState form, FormStep step) =>
        step.Fields.Where(field => step.IsQuestion || form.Contains(field));

    /// <summary>Returns a version of a page's answers, to detect answers saved since; 0 while there are none.</summary>
    public static long VersionOf(Draft draft, FormStep step) =>
        step.Fields.Select(draft.AnswersTo).ToList() is var answers && answers.Exists(answer => answer.Count > 0)
            ? BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answers))) : 0;

    /// <summary>Whether other answers than the incoming ones replaced a page's answers after they were shown.</summary>
    public static bool IsUnseen(Draft draft, FormStep step, FormState form, long? seen) =>
        seen is not null && VersionOf(draft, step) is > 0 and var kept && kept != seen && !Holds(draft, step, form);

    /// <summary>Adds the errors in the answers of one page to the form.</summary>
    public static void Check(Draft draft, FormStep step, FormState form)
    {
        var errors = ErrorsIn(draft);
        foreach (var field in step.Fields.Where(errors.ContainsKey))
        {
            form.Refuse(field, errors[field]);
        }
    }

    /// <summary>Returns the errors in the draft as a whole, by field.</summary>
    public static IReadOnlyDictionary<string, string> ErrorsIn(Draft draft)
    {
        var errors = new FieldErrors();
        foreach (var field in ReportFields.All.Where(field => field.IsRequired))
        {
            errors.AddWhen(draft.Answer(field.Name).Length == 0, field.Name, field.WhenEmpty!);
        }
        foreach (var field in ReportFields.Estimates)
        {
            errors.AddWhen(draft.Answer(field.Name).Length > field.Limit, field.Name,
                $"Houd het kort bij '{field.Label}'. Meer uitleg kan hieronder.");
        }
        var consequences = ReportFields.Of(ReportFields.Consequences);
        _ = errors.Text(consequences.Name, draft.Answer(consequences.Name), consequences.InSentence, consequences.FormLimit);
        _ = Report.Parse(RequestOf(draft), errors);
        var reachable = draft.Answer("bereikbaar");
        errors.AddWhen(reachable is not (FormStep.AnonymousValue or FormStep.ReachableValue), "bereikbaar",
            "Kies of we je mogen bereiken.");
        errors.AddWhen(
            reachable == FormStep.ReachableValue && draft.Answer("melder.email").Length == 0
                && draft.Answer("melder.telefoon").Length == 0,
            "melder.email", "Vul een e-mailadres of een telefoonnummer in. Of kies anoniem.");
        return errors.All;
    }

    /// <summary>Returns the form of a page, filled with the draft's answers.</summary>
    public static FormState FormOf(Draft draft, FormStep step)
    {
        var form = new FormState();
        foreach (var field in step.Fields)
        {
            form.With(field, [.. draft.AnswersTo(field)]);
        }
        return form;
    }

    /// <summary>Returns an answer as a text of the report; the consequences start with the estimates.</summary>
    private static string TextOf(Draft draft, string name) => name != ReportFields.Consequences ? draft.Answer(name)
        : string.Join("\n", ReportFields.Estimates.Where(field => draft.Answer(field.Name).Length > 0)
            .Select(field => $"{field.Label}: {draft.Answer(field.Name)}").Append(draft.Answer(name))
            .Where(line => line.Length > 0));
}

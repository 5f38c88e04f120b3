using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Intake.Protection;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// The form: the start page and the pages with questions. All answers are in the draft, so that back, reload and double
/// clicks are harmless.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class FormFunctions(DraftStore drafts, NewDrafts newDrafts, IPublishedCases published)
{
    /// <summary>The field that says that an earlier draft is left for a new one.</summary>
    internal const string StartAnew = "nieuw";

    [Function(nameof(GetReportStart))]
    public async Task<IResult> GetReportStart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden")] HttpRequest request, CancellationToken cancellation)
    {
        var code = DraftCookie.Read(request);
        return Page.Render<ReportStartPage>(new { Draft = code is null ? null : await drafts.FindAsync(code, cancellation) });
    }

    [Function(nameof(PostReportStart))]
    public async Task<IResult> PostReportStart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var words = TextSanitizer.CleanLine(form.Value(FormFields.Search));
        if (words.Length > 0 && !form.Has(StartAnew, "ja") && DraftCookie.Read(request) is { } kept
            && await drafts.FindAsync(kept, cancellation) is { Sent: null, Answered.Count: > 0 } begun)
        {
            return Page.Render<ReportStartPage>(new { Draft = begun, Words = words });
        }
        var (code, draft) = await newDrafts.BeginAsync(known => known.Answered.Count == 0, cancellation);
        if (words.Length > 0)
        {
            draft = await drafts.ChangeAsync(code, changed => changed.WithWords(words), cancellation) ?? draft;
        }
        DraftCookie.Write(request, code, draft);
        return Page.SeeOther(FormStep.Goal.Address);
    }

    [Function(nameof(GetStep))]
    public async Task<IResult> GetStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/{stap}")]
        HttpRequest request, string stap, CancellationToken cancellation)
    {
        if (FormStep.Find(stap) is not { } step)
        {
            return ErrorResults.NotFound(request);
        }
        var code = DraftCookie.Read(request);
        var draft = code is null ? null : await drafts.FindAsync(code, cancellation);
        return draft switch
        {
            null => Page.SeeOther(SiteRoutes.Report),
            { Sent: not null } => Page.SeeOther(IntakeRoutes.Sent),
            _ when step == FormStep.Rule && !IsChange(request) && DraftPlace.IsBeforeSimilar(draft) =>
                Page.SeeOther(IntakeRoutes.Similar),
            _ => Page.Render<StepPage>(
                new
                {
                    Step = step,
                    Form = DraftReport.FormOf(draft, step),
                    Version = DraftReport.VersionOf(draft, step),
                    Changing = IsChange(request),
                    Findings = IsChange(request)
                ? FieldFinding.In(draft, step) : []
                }),
        };
    }

    [Function(nameof(PostStep))]
    public async Task<IResult> PostStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/{stap}")] HttpRequest request,
        string stap, CancellationToken cancellation)
    {
        if (FormStep.Find(stap) is not { } step)
        {
            return ErrorResults.NotFound(request);
        }
        var form = await FormState.ReadAsync(request, cancellation);
        if (form.Value("actie") == "weetniet")
        {
            form.With(FormStep.Rule.Fields[0]);
        }
        var draft = await AnswerAsync(request, step, form, cancellation);
        // The page uses the version that is stored now, also when it is shown again with errors.
        var version = DraftReport.VersionOf(draft, step);
        form.With(FormFields.Version, version.ToString(CultureInfo.InvariantCulture));
        if (form.Newer is not null)
        {
            return Page.Render<StepPage>(new { Step = step, Form = form, Version = version, Changing = IsChange(request) },
                StatusCodes.Status409Conflict);
        }
        if (draft.Sent is not null)
        {
            return DraftReport.Holds(draft, step, form) ? Page.SeeOther(IntakeRoutes.Sent)
                : ErrorResults.For(request, StatusCodes.Status409Conflict, "Je melding was al verstuurd",
                    "Wat je nu typte, hoort daar niet bij. Kopieer het, en stuur het als bericht bij 'Volgen'.",
                    canRepeat: false);
        }
        if (form.Value("actie") == "bewaren")
        {
            return Page.SeeOther(IntakeRoutes.Save);
        }
        DraftReport.Check(draft, step, form);
        foreach (var refused in FieldFinding.In(draft, step).Where(finding => finding.IsRefused))
        {
            form.Refuse(refused.Field, CitizenServiceNumbers.Refusal);
        }
        return form.IsValid
            ? Page.SeeOther(NextOf(step, IsChange(request)))
            : Page.Refuse<StepPage>(new
            {
                Step = step,
                Form = form,
                Version = version,
                Changing = IsChange(request),
            });
    }

    /// <summary>Saves the answers in the draft; in a new one where the browser lost its own.</summary>
    private async Task<Draft> AnswerAsync(HttpRequest request, FormStep step, FormState form, CancellationToken cancellation)
    {
        string? helped = null;
        var next = form.Value("actie") == "bewaren" ? step.Address : NextOf(step, IsChange(request));

        Draft Answered(Draft draft)
        {
            form.Newer = null;
            helped = draft.Helped;
            if (draft.Sent is null && DraftReport.IsUnseen(draft, step, form, CommandRequest.Current?.SeenVersion))
            {
                form.ShowBeside(
                    DraftReport.FormOf(draft, step), "Iemand met jouw code, of jijzelf in een ander tabblad,", at: null);
            }
            return draft.Sent is null && form.Newer is null ? DraftPlace.After(draft.With(step, form), step, next) : draft;
        }
        if (DraftCookie.Read(request) is { } code && await drafts.ChangeAsync(code, Answered, cancellation) is { } draft)
        {
            if (helped is not null && draft.Helped is null)
            {
                // Whoever goes on with the form was not helped after all.
                await published.UncountHelpedAsync(helped, cancellation);
            }
            return draft;
        }
        var (newCode, begun) = await newDrafts.BeginAsync(
            known => known.Answered.Count == 0 || DraftReport.Holds(known, step, form), cancellation);
        DraftCookie.Write(request, newCode, begun);
        return await drafts.ChangeAsync(newCode, Answered, cancellation)
            ?? throw new InvalidOperationException("A draft that was just begun is gone.");
    }

    private static string NextOf(FormStep step, bool changing) => changing ? IntakeRoutes.Check
        : step == FormStep.Obstacle ? IntakeRoutes.Similar
        : step.Next?.Address ?? IntakeRoutes.Check;

    private static bool IsChange(HttpRequest request) => request.Query["wijzigen"] == "ja";
}

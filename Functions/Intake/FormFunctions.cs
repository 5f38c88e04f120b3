using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Intake.Protection;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// The form: the page to begin on and the pages with questions. All answers live in the draft, so that back, reload and double clicks do
/// no harm.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class FormFunctions(DraftStore drafts)
{
    [Function(nameof(GetReportStart))]
    public async Task<IResult> GetReportStart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden")] HttpRequest request, CancellationToken cancellation)
    {
        var code = DraftCookie.Read(request);
        return Page.Render<ReportStartPage>(new { Draft = code is null ? null : await drafts.FindAsync(code, cancellation) });
    }

    [Function(nameof(PostReportStart))]
    public async Task<IResult> PostReportStart([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (code, draft) = await drafts.StartAsync(cancellation);
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
            null => Page.SeeOther("/melden"),
            { Sent: not null } => Page.SeeOther("/melden/verstuurd"),
            _ => Page.Render<StepPage>(
                new
                {
                    Step = step,
                    Form = DraftReport.FormOf(draft, step),
                    Changing = IsChange(request),
                    Findings = IsChange(request)
                ? FieldFinding.In(draft, step) : []
                }),
        };
    }

    [Function(nameof(PostStep))]
    public async Task<IResult> PostStep([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/{stap}")] HttpRequest request,
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
        if (DraftCookie.Read(request) is not { } code
            || await drafts.ChangeAsync(code, draft => draft.Sent is null ? draft.With(step, form) : draft, cancellation) is not { } draft)
        {
            return Page.SeeOther("/melden");
        }
        if (form.Value("actie") == "bewaren")
        {
            return Page.SeeOther("/melden/bewaren");
        }
        DraftReport.Check(draft, step, form);
        foreach (var refused in FieldFinding.In(draft, step).Where(finding => finding.IsRefused))
        {
            form.Refuse(refused.Field, CitizenServiceNumbers.Refusal);
        }
        return form.IsValid
            ? Page.SeeOther(NextOf(step, IsChange(request)))
            : Page.Refuse<StepPage>(new { Step = step, Form = form, Changing = IsChange(request) });
    }

    private static string NextOf(FormStep step, bool changing) => changing ? "/melden/controle"
        : step == FormStep.Obstacle ? "/melden/vergelijkbaar"
        : step.Next?.Address ?? "/melden/controle";

    private static bool IsChange(HttpRequest request) => request.Query["wijzigen"] == "ja";
}

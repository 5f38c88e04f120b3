using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>The forms on the tab with the ministries.</summary>
public sealed class MinistryPageFunctions(EscalationDesk desk, CasePages pages)
{
    /// <summary>Nothing goes to a ministry that was not shown first: without the button under a preview of these very mails, the preview comes.</summary>
    [Function(nameof(PostMinistriesPage))]
    public async Task<IResult> PostMinistriesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var by = request.Caller().AsActor();
        var form = await FormState.ReadAsync(request, cancellation);
        if (EscalationForm.IsSend(form))
        {
            return await pages.ActAsync(
                request, zaaknummer, CaseTabs.Ministries, (number, posted) => desk.EscalateAsync(by, number, EscalationForm.Read(posted), workflows, cancellation), cancellation,
                fieldNames: EscalationForm.FieldNames(form));
        }

        var names = EscalationForm.FieldNames(form);
        foreach (var (field, error) in await desk.CheckAsync(EscalationForm.Read(form), cancellation))
        {
            form.Refuse(names.GetValueOrDefault(field) ?? field, error);
        }

        return await pages.ShowAsync(request, zaaknummer, CaseTabs.Ministries, cancellation, form);
    }

    [Function(nameof(PostMinistryAnswerPage))]
    public Task<IResult> PostMinistryAnswerPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries/antwoord")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, (number, ministry, form) => desk.AnswerAsync(
            request.Caller().AsActor(), number, new AnswerMinistry { Ministry = ministry, Text = form.Value(EscalationForm.ReplyTo(ministry)) }, workflows, cancellation), cancellation);

    [Function(nameof(PostMinistryTermPage))]
    public Task<IResult> PostMinistryTermPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries/termijn")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, (number, ministry, form) => desk.DecideMoreTimeAsync(
            request.Caller().AsActor(), number, new DecideMoreTime { Ministry = ministry, Granted = form.Has("toegekend", "ja") }, workflows, cancellation), cancellation);

    [Function(nameof(PostMailedAnswerPage))]
    public Task<IResult> PostMailedAnswerPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries/mailantwoord")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, (number, ministry, form) => desk.DecideMailedAnswerAsync(
            request.Caller().AsActor(), number, new DecideMailedAnswer { Ministry = ministry, Accepted = form.Has("overnemen", "ja") }, workflows, cancellation), cancellation);

    [Function(nameof(PostContradictionPage))]
    public Task<IResult> PostContradictionPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries/tegenspraak")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, CaseTabs.Ministries, (number, form) => desk.ExplainContradictionAsync(
            request.Caller().AsActor(), number, new ExplainContradiction { Explanation = form.Value("toelichting") }, workflows, cancellation), cancellation);

    private async Task<IResult> ActAsync(
        HttpRequest request, string zaaknummer, Func<CaseNumber, Ministry, FormState, Task<CommandResult>> act, CancellationToken cancellation)
    {
        var posted = await FormState.ReadAsync(request, cancellation);
        return !Names.TryParseSlug<Ministry>(posted.Value("ministerie"), out var ministry) ? Answers.NotFound(request)
            : await pages.ActAsync(
                request, zaaknummer, CaseTabs.Ministries, (number, form) => act(number, ministry, form), cancellation,
                fieldNames: new() { ["tekst"] = EscalationForm.ReplyTo(ministry) });
    }
}

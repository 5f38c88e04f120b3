using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Escalation;

/// <summary>The forms on the tab with the ministries.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class MinistryPageFunctions(EscalationService service, ICasePages pages, TimeProvider clock)
{
    /// <summary>The tab, by the last part of its address.</summary>
    internal const string Tab = "ministeries";

    /// <summary>
    /// Shows the preview, or sends the question when its button was pressed under a preview of exactly these mails:
    /// nothing is sent to a ministry that was not shown first.
    /// </summary>
    [Function(nameof(PostMinistriesPage))]
    public async Task<IResult> PostMinistriesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var context = request.CommandContext(clock);
        var form = await FormState.ReadAsync(request, cancellation);
        if (EscalationForm.IsSend(form))
        {
            return await pages.ActAsync(
                request, zaaknummer, Tab, posted =>
                    service.EscalateAsync(context, zaaknummer, EscalationForm.Read(posted), workflows, cancellation),
                    cancellation,
                fieldNames: EscalationForm.FieldNames(form));
        }

        var names = EscalationForm.FieldNames(form);
        foreach (var (field, error) in await service.CheckAsync(context, EscalationForm.Read(form), cancellation))
        {
            form.Refuse(names.GetValueOrDefault(field) ?? field, error);
        }

        return await pages.ShowAsync(request, zaaknummer, Tab, cancellation, form);
    }

    [Function(nameof(PostMinistryAnswerPage))]
    public Task<IResult> PostMinistryAnswerPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries/antwoord")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, (ministry, form) => service.AnswerAsync(
            request.CommandContext(clock), zaaknummer,
            new MinistryAnswerRequest { Ministry = ministry, Text = form.Value(EscalationForm.ReplyTo(ministry)) }, workflows,
                cancellation),
            cancellation);

    [Function(nameof(PostMinistryTermPage))]
    public Task<IResult> PostMinistryTermPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries/termijn")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, (ministry, form) => service.DecideMoreTimeAsync(
            request.CommandContext(clock), zaaknummer, new MoreTimeDecisionRequest
            {
                Ministry = ministry,
                Granted = form.Has("toegekend", "ja")
            },
            workflows, cancellation), cancellation);

    [Function(nameof(PostContradictionPage))]
    public Task<IResult> PostContradictionPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries/tegenspraak")]
            HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, Tab, form => service.ExplainContradictionAsync(
            request.CommandContext(clock), zaaknummer,
            new ContradictionRequest { Explanation = form.Value("toelichting") }, workflows,
            cancellation), cancellation);

    private async Task<IResult> ActAsync(
        HttpRequest request, CaseNumber number, Func<Ministry, FormState, Task<CommandResult>> act,
        CancellationToken cancellation)
    {
        var posted = await FormState.ReadAsync(request, cancellation);
        return !EnumNames.TryParseSlug<Ministry>(posted.Value("ministerie"), out var ministry) ? ErrorResults.NotFound(request)
            : await pages.ActAsync(
                request, number, Tab, form => act(ministry, form), cancellation,
                fieldNames: new() { ["tekst"] = EscalationForm.ReplyTo(ministry) });
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Intake.Protection;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Intake;

/// <summary>
/// The form in which a colleague reports for a person who called or was visited. The case records this, and the
/// colleague hands the code over.
/// </summary>
[RoutePolicy(Audience.Analyst)]
public sealed class OnBehalfFunctions(ReportService reports, TimeProvider clock)
{
    private const string KeyField = "sleutel";

    [Function(nameof(GetOnBehalf))]
    public IResult GetOnBehalf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/melden")] HttpRequest request) =>
        Page.Render<OnBehalfPage>(
            new { Form = new FormState().With(KeyField, FollowCode.New().Value), Findings = Array.Empty<FieldFinding>() });

    /// <summary>
    /// Stores the report and returns the page to hand over; the same form sent again returns the same page, since its
    /// key is the same.
    /// </summary>
    [Function(nameof(PostOnBehalf))]
    public async Task<IResult> PostOnBehalf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/melden")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var draft = DraftOf(form);
        var findings = FieldFinding.In(draft);
        var channel = Check(draft, findings, form);
        if (!form.IsValid)
        {
            return Refuse(form, findings);
        }
        switch (await reports.ReportAsync(
            request.CommandContext(clock), DraftReport.RequestOf(draft), KeyOf(form.Value(KeyField)), channel,
            workflows, cancellation))
        {
            case ReportResult.Received { Receipt: var receipt }:
                return Page.Render<HandOverPage>(
                    new { Receipt = receipt, Channel = channel, Mailed = draft.Answer("melder.email").Length > 0 });
            case ReportResult.KeyInUse:
                form.With(KeyField, FollowCode.New().Value)
                    .Refuse("titel", "Deze melding was al verstuurd, met andere antwoorden. "
                    + "Verstuur je haar nog een keer, dan wordt het een nieuwe zaak.");
                return Refuse(form, findings);
            case ReportResult.Invalid invalid:
                foreach (var (field, error) in invalid.Errors)
                {
                    form.Refuse(field, error);
                }
                return Refuse(form, findings);
            default:
                return Page.SeeOther(IntakeRoutes.OnBehalf);
        }
    }

    [Function(nameof(PostOnBehalfCall))]
    public async Task<IResult> PostOnBehalfCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (ReportFunctions.KeyOf(request) is not { } key)
        {
            return ReportFunctions.NoKey();
        }
        var (input, fault) = await Api.ReadAsync<OnBehalfRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }
        return ChannelOf(input.Channel) is { } channel && input.Report is { } report
            ? ReportFunctions.Answer(
                await reports.ReportAsync(request.CommandContext(clock), report, KeyOf(key), channel, workflows, cancellation))
            : Api.Invalid(input.Report is null ? "melding" : "kanaal", input.Report is null ? "Stuur de melding mee."
                : "Kies telefoon of bezoek.");
    }

    private static IResult Refuse(FormState form, IReadOnlyList<FieldFinding> findings) =>
        Page.Refuse<OnBehalfPage>(new { Form = form, Findings = findings });

    private static ReportChannel Check(Draft draft, IReadOnlyList<FieldFinding> findings, FormState form)
    {
        var channel = ChannelOf(form.Value("kanaal"));
        if (channel is null)
        {
            form.Refuse("kanaal", "Kies hoe de melding binnenkwam.");
        }
        foreach (var (field, error) in DraftReport.ErrorsIn(draft))
        {
            form.Refuse(field, error);
        }
        foreach (var refused in findings.Where(finding => finding.IsRefused))
        {
            form.Refuse(refused.Field, CitizenServiceNumbers.Refusal);
        }
        if (findings.Count > 0 && findings.All(finding => !finding.IsRefused) && !form.Has("akkoord", "ja"))
        {
            form.Refuse("akkoord", "Kijk naar de gegevens hieronder. Haal ze weg, of geef aan dat ze mogen blijven.");
        }
        return channel ?? ReportChannel.Telephone;
    }

    /// <summary>Returns the form as a draft that is never stored, so that the same rules hold for it.</summary>
    private Draft DraftOf(FormState form)
    {
        var reachable = FormStep.Contact.Fields.Any(field => field != "bereikbaar" && form.Value(field).Length > 0);
        form.With("bereikbaar", reachable ? FormStep.ReachableValue : FormStep.AnonymousValue);
        var empty = new Draft { StartedAt = clock.GetUtcNow(), KeptUntil = clock.GetUtcNow(), ReportKey = "" };
        return FormStep.All.Aggregate(empty, (draft, step) => draft.With(step, form));
    }

    private static ReportChannel? ChannelOf(string? slug) =>
        EnumNames.TryParseSlug<ReportChannel>(slug, out var channel) && channel is ReportChannel.Telephone
        or ReportChannel.Visit
            ? channel : null;

    /// <summary>Returns a colleague's key in a namespace of its own, apart from the public's.</summary>
    private static string KeyOf(string key) => $"onbehalf:{key}";
}

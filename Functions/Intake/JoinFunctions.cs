using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Intake.Protection;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>"Speelt bij ons ook" in the form: the impact at one more organisation, instead of a report.</summary>
[RoutePolicy(Audience.Public)]
public sealed class JoinFunctions(
    DraftStore drafts, NewDrafts newDrafts, DraftSending sending, ProofOfWork proofs, IPublishedCases published)
{
    /// <summary>Starts from the page of a published item; continues a current draft, or else creates one.</summary>
    [Function(nameof(PostJoinItem))]
    public async Task<IResult> PostJoinItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/ook-bij-ons/{antwoord}")]
            HttpRequest request, string antwoord, CancellationToken cancellation)
    {
        if (await published.FindAsync(antwoord, cancellation) is not { } item)
        {
            return ErrorResults.NotFound(request);
        }
        if (DraftCookie.Read(request) is { } code && await drafts.ChangeAsync(code, Joining, cancellation) is { Sent: null })
        {
            return Page.SeeOther(FormStep.Join.Address);
        }
        var (newCode, _) = await newDrafts.BeginAsync(known => known.Answered.Count == 0, cancellation);
        DraftCookie.Write(request, newCode, await drafts.ChangeAsync(newCode, Joining, cancellation)
            ?? throw new InvalidOperationException("A draft that was just begun is gone."));
        return Page.SeeOther(FormStep.Join.Address);

        Draft Joining(Draft draft) => draft.Sent is null ? draft with { Joining = item.Id, Helped = null } : draft;
    }

    [Function(nameof(GetJoin))]
    public async Task<IResult> GetJoin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/ook-bij-ons")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (DraftCookie.Read(request) is not { } code || await drafts.FindAsync(code, cancellation) is not { } draft)
        {
            return Page.SeeOther(SiteRoutes.Report);
        }
        return draft.Sent is not null ? Page.SeeOther(IntakeRoutes.Sent)
            : await ItemAsync(draft, cancellation) is { } item
                ? Page.Render<JoinPage>(Parameters(item, draft, DraftReport.FormOf(draft, FormStep.Join)))
            : Page.SeeOther(IntakeRoutes.Similar);
    }

    [Function(nameof(PostJoin))]
    public async Task<IResult> PostJoin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/ook-bij-ons")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        // Checked before the draft is changed, where these fields would replace the texts of a report.
        if (HoldsMoreThanANumber(form) && DraftCookie.Read(request) is { } known
            && await drafts.FindAsync(known, cancellation) is { Sent: null } current
            && await ItemAsync(current, cancellation) is { Case: null })
        {
            return ErrorResults.For(request, StatusCodes.Status409Conflict, "Hier tellen we alleen hoeveel mensen het merken",
                Impact.NowhereToKeep, canRepeat: false);
        }
        if (DraftCookie.Read(request) is not { } code
            || await drafts.ChangeAsync(
                code, draft => draft.Sent is null ? draft.With(FormStep.Join, form) : draft, cancellation) is not
                { } draft)
        {
            return ErrorResults.For(request, StatusCodes.Status409Conflict, "Je concept is er niet meer",
                "Kies in de bibliotheek nog een keer 'Speelt bij ons ook', in een nieuw tabblad. Kom dan hier terug en verstuur opnieuw.");
        }
        if (draft.Sent is not null)
        {
            return DraftReport.Holds(draft, FormStep.Join, form) ? Page.SeeOther(IntakeRoutes.Sent)
                : ErrorResults.For(request, StatusCodes.Status409Conflict,
                    draft.Sent.Joined is null ? "Je melding was al verstuurd" : "Jullie tellen al mee",
                    "Wat je nu typte, hoort daar niet bij. Kopieer het, en mail het ons.", canRepeat: false);
        }
        if (await ItemAsync(draft, cancellation) is not { } item)
        {
            return DraftSending.Gone(request);
        }
        DraftReport.JoinOf(draft, form, item);
        if (FindingsIn(draft, item).Count > 0 && !form.Has("akkoord", "ja"))
        {
            form.Refuse("akkoord", "Kijk naar de gegevens hieronder. Haal ze weg, of geef aan dat ze mogen blijven.");
        }
        return !form.IsValid ? Page.Refuse<JoinPage>(Parameters(item, draft, form))
            : form.Value("website").Length > 0
            || !await proofs.AcceptsAsync(form.Value("bewijs"), draft.ReportKey, cancellation)
                ? Page.SeeOther(IntakeRoutes.Confirm)
            : await sending.SendAsync(request, code, draft, workflows, cancellation);
    }

    private static bool HoldsMoreThanANumber(FormState form) =>
        FormStep.Join.Fields.Any(field => field != "mensen" && form.Value(field).Length > 0);

    private async Task<PublishedMatch?> ItemAsync(Draft draft, CancellationToken cancellation) =>
        draft.Joining is { } id ? await published.FindAsync(id, cancellation) : null;

    private object Parameters(PublishedMatch item, Draft draft, FormState form) =>
        new
        {
            Item = item,
            HasAnswers = draft.Answered.Count > 0,
            Form = form,
            Challenge = proofs.NewChallenge(),
            Findings = FindingsIn(draft, item)
        };

    private static IReadOnlyList<FieldFinding> FindingsIn(Draft draft, PublishedMatch item) =>
        item.Case is null ? [] : FieldFinding.In(draft, FormStep.Join);
}

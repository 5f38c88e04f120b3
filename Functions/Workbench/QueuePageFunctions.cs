using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench;

/// <summary>The page with the work queue: filter, save the view, assign many cases, export.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class QueuePageFunctions(
    WorkQueue queue, SavedViews views, BulkAssignment bulk, SearchSeal seal, RequestClaims claims,
    Colleagues colleagues, TimeProvider clock)
{
    [Function(nameof(GetQueuePage))]
    public Task<IResult> GetQueuePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank")] HttpRequest request,
        CancellationToken cancellation) =>
        ShowAddressAsync(request, cancellation);

    /// <summary>Redirects to the address of a search, in which the words are sealed.</summary>
    [Function(nameof(PostSearch))]
    public async Task<IResult> PostSearch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zoeken")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        var values = new QueryCollection(form.ToDictionary());
        var errors = new Dictionary<string, string>();
        var query = WorkQueueQuery.Read(values, QueueTab.ForYou, errors);
        return errors.Count == 0 ? Page.SeeOther(seal.AddressOf(query))
            : await ShowAsync(request, FormState.Of(values), values, null, cancellation);
    }

    [Function(nameof(GetQueueFile))]
    public async Task<IResult> GetQueueFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken.csv")]
        HttpRequest request, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string>();
        var isOpen = seal.TryOpen(request.Query, out var values);
        var query = WorkQueueQuery.Read(values, QueueTab.ForYou, errors);
        if (!isOpen || errors.Count > 0)
        {
            return await ShowAddressAsync(request, cancellation);
        }

        var lines = await queue.LinesAsync(query, request.Caller().AsActor(), cancellation);
        var day = WorkingDays.DayOf(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Results.File(CaseCsv.Of(lines), Csv.ContentType, $"zaken-{day}.csv");
    }

    /// <summary>Saves the view of the posted address under a name.</summary>
    [Function(nameof(PostView))]
    public async Task<IResult> PostView(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/weergaven")]
        HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var query = PostedQuery(form, out var values);
        var errors = new FieldErrors();
        var name = errors.Line("naam", form.Value("naam"), "de naam", SavedViews.MaximumName, required: true);
        if (!errors.Any && !await views.SaveAsync(
            new SavedView
            {
                Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
                Name = name,
                Query = (query with { Page = 1 }).ToQueryString(),
                Owner = request.Caller().Name,
                OwnerId = request.Caller().Id,
                Shared = form.Has("delen", "ja"),
            },
            cancellation))
        {
            errors.Add("naam", "Je hebt al erg veel weergaven. Verwijder er eerst een.");
        }

        if (!errors.Any)
        {
            return Page.SeeOther(seal.AddressOf(query));
        }

        form.Refuse(errors.All);
        return await ShowAsync(request, form, values, null, cancellation);
    }

    [Function(nameof(PostViewDeletion))]
    public async Task<IResult> PostViewDeletion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/weergaven/{id}/verwijderen")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var deleted = await claims.OnceAsync("view", async () =>
            await views.DeleteAsync(id, request.Caller().AsActor(), cancellation) ? "" : null, cancellation);
        return deleted is Once.Done ? Page.SeeOther(DeskRoutes.Start) : ErrorResults.NotFound(request);
    }

    /// <summary>Assigns the ticked cases to a colleague for one reason.</summary>
    [Function(nameof(PostBulk))]
    public async Task<IResult> PostBulk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/toewijzingen")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        PostedQuery(form, out var values);
        var numbers = form.Values("zaken")
            .Select(text => CaseNumber.TryParse(text, out var number) ? number : (CaseNumber?)null)
            .OfType<CaseNumber>().Distinct().ToList();
        var errors = new FieldErrors();
        errors.AddWhen(
            numbers.Count is 0 or > BulkAssignment.MostAtOnce, "zaken", $"Kies 1 tot {BulkAssignment.MostAtOnce} zaken.");
        var action = form.Value("actie");
        var named = form.Value("aan") is { Length: > 0 } pressed ? pressed : form.Value("ander");
        var to = action switch
        {
            "neem" => request.Caller().AsActor(),
            "vrij" => null,
            _ => (await colleagues.FindAsync(named, cancellation))?.AsActor(),
        };
        errors.AddWhen(to is null && action != "vrij", "ander", "Kies aan welke collega je de zaken geeft.");
        var reason = errors.Text(
            "reden", form.Value("reden"), "de reden", AnalysisService.MaximumReason, required: action != "neem");
        form.Refuse(errors.All);
        var result = errors.Any ? null
            : await bulk.AssignAsync(
                request.CommandContext(clock), numbers,
                new AssignCase { To = to?.Name, ToId = to?.Id, Reason = reason }, workflows,
                cancellation);
        return await ShowAsync(request, errors.Any ? form : FormState.Of(values), values, result, cancellation);
    }

    private static WorkQueueQuery PostedQuery(FormState form, out IQueryCollection values)
    {
        values = new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form.Value("weergave")));
        return WorkQueueQuery.Read(values, QueueTab.ForYou, new Dictionary<string, string>());
    }

    private Task<IResult> ShowAddressAsync(HttpRequest request, CancellationToken cancellation)
    {
        var isOpen = seal.TryOpen(request.Query, out var values);
        var form = FormState.Of(values);
        if (!isOpen)
        {
            form.Refuse("zoek", "Typ je zoekwoorden opnieuw: dit adres kunnen we niet meer lezen.");
        }

        return ShowAsync(request, form, values, null, cancellation);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState form, IQueryCollection values, BulkResult? result,
        CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string>();
        var query = WorkQueueQuery.Read(values, QueueTab.ForYou, errors);
        foreach (var (name, error) in errors)
        {
            form.Refuse(name, error);
        }

        var viewer = request.Caller();
        var allChosen = values["kies"] == "alle";
        if (allChosen && viewer.IsCoordinator && !form.Contains("reden"))
        {
            form.With("reden", "Werk opnieuw verdeeld");
        }

        var page = await queue.PageAsync(query, viewer.AsActor(), cancellation);
        return Page.Render<WorkbenchPage>(
            new
            {
                Query = query,
                Queue = page,
                Form = form,
                Viewer = viewer,
                Colleagues = page.Loads.Where(load => load.IsKnown && load.Id != viewer.Id && load.Id != query.Handler
                    && !Actor.IsSameName(load.Name, query.Handler)).ToList(),
                Views = await views.ForAsync(viewer.AsActor(), cancellation),
                Result = result,
                AllChosen = allChosen,
            },
            form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}

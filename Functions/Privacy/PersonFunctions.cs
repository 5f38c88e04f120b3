using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Privacy;

/// <summary>The API for people's own data: with number and code, and by e-mail address for coordinators.</summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class PersonFunctions(PersonRequestService people, PersonRequestStore requests, RequestClaims claims,
    TimeProvider clock)
{
    private const string CodeHeader = "Volgcode";
    private const int MostRequests = 100;

    /// <summary>Returns the data of the reporter or a follower, by number and code.</summary>
    [Function(nameof(GetOwnData))]
    [RoutePolicy(Audience.Public)]
    public async Task<IResult> GetOwnData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/meldingen/{zaaknummer}/gegevens")]
            HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await people.ExportAsync(zaaknummer, request.Headers[CodeHeader], cancellation) is { } export
            ? Results.Json(export, Api.Json)
            : Api.NotFound();

    /// <summary>Erases the reporter or a follower, with all texts that are theirs to erase.</summary>
    [Function(nameof(PostOwnErasure))]
    [RoutePolicy(Audience.Public)]
    public async Task<IResult> PostOwnErasure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/wissingen")]
            HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await people.EraseAsync(zaaknummer, request.Headers[CodeHeader], ErasedData.Texts, cancellation) is { } number
            ? Results.Json(new OwnErasureResponse(number, IsErased: true), Api.Json)
            : Api.NotFound();

    /// <summary>Handles a request by e-mail address, after a coordinator has verified the person.</summary>
    [Function(nameof(PostPersonRequest))]
    public async Task<IResult> PostPersonRequest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/persoonsverzoeken")]
            HttpRequest request, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<PersonRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        if (input.Check() is { Any: true } errors || !EmailAddress.TrySeek(input.Email, out var person)
            || input.Kind is not { } kind)
        {
            return Api.Invalid(input.Check().All);
        }

        if (input.DryRun == true)
        {
            var found = await people.LookAsync(person, kind, cancellation);
            return Results.Json(new PersonPreviewResponse(DryRun: true, found.Lines, found.Mails, found.Subscriber is not null), Api.Json);
        }

        if (await claims.NameAsync("person", people.NewId(), cancellation) is not { } id)
        {
            return ErrorResults.NotDone(request, new Once.KeyInUse());
        }

        var context = request.CommandContext(clock);
        var export = kind == PersonRequestKind.Export ? await people.ExportAsync(context, person, cancellation) : null;
        var handled = await people.HandleAsync(context, id, person, kind, input.Verification, cancellation);
        return export is null
            ? Results.Json(
                new PersonErasureResponse(DryRun: false, handled.Lines.Select(line => line.Number).Distinct(), handled),
                Api.Json)
            : Results.Json(new PersonInspectionResponse(
                DryRun: false, export.Cases, export.Mails, export.Followed, handled), Api.Json);
    }

    /// <summary>Returns the handled requests, newest first.</summary>
    [Function(nameof(GetPersonRequests))]
    public async Task<IResult> GetPersonRequests(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/persoonsverzoeken")]
        HttpRequest request, CancellationToken cancellation) =>
        Results.Json(new PersonRequestsResponse(await requests.NewestAsync(MostRequests, cancellation)), Api.Json);

    [Function(nameof(GetPersonRequest))]
    public async Task<IResult> GetPersonRequest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/persoonsverzoeken/{id}")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        await requests.FindAsync(id, cancellation) is { } handled ? Results.Json(handled, Api.Json) : Api.NotFound();
}

using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Privacy.Pages;
using RegelLoket.Web;

namespace RegelLoket.Privacy;

/// <summary>The page with the own data of the reporter or a follower: to read, to download, to erase.</summary>
[RoutePolicy(Audience.Public)]
public sealed class OwnDataPageFunctions(PersonRequestService people, FollowSession session)
{
    private const string Route = "volgen/gegevens";

    [Function(nameof(GetOwnDataPage))]
    public async Task<IResult> GetOwnDataPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await ReadAsync(request, cancellation) is { } export
            ? Page.Render<OwnDataPage>(
                new { Export = export, Form = new FormState(), Erased = request.Query["gewist"] == "1" })
            : ErrorResults.SessionEnded(request, SiteRoutes.Follow);

    [Function(nameof(PostOwnDataFile))]
    public async Task<IResult> PostOwnDataFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/bestand")]
        HttpRequest request, CancellationToken cancellation) =>
        await ReadAsync(request, cancellation) is { } export
            ? Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(export, PersonPageFunctions.Indented), "application/json",
                $"{export.Number}.json")
            : ErrorResults.SessionEnded(request, SiteRoutes.Follow);

    [Function(nameof(PostOwnDataErasure))]
    public async Task<IResult> PostOwnDataErasure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/wissing")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await ReadAsync(request, cancellation) is not { } export || session.Read(request) is not var (number, code))
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }

        ErasedData? what = form.Value("wat") switch
        {
            "contact" => ErasedData.Reporter,
            "alles" => ErasedData.Texts,
            _ => null,
        };
        if (what is null)
        {
            form.Refuse("wat", "Kies wat we moeten wissen.");
        }

        if (!form.Has("zeker", "ja"))
        {
            form.Refuse("zeker", "Kruis aan dat je het zeker weet.");
        }

        if (!form.IsValid)
        {
            return Page.Refuse<OwnDataPage>(new { Export = export, Form = form });
        }

        await people.EraseAsync(number, code, what!.Value, cancellation);
        return Page.SeeOther($"{SiteRoutes.OwnData}?gewist=1");
    }

    private async Task<PersonExportResponse?> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        session.Read(request) is var (number, code) ? await people.ExportAsync(number, code, cancellation) : null;
}

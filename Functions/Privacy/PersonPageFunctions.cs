using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Privacy.Pages;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Privacy;

/// <summary>
/// Pages for a person's request, for coordinators: enter it, preview it, execute it, print the certificate. The address
/// is posted from page to page and is in no URL.
/// </summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class PersonPageFunctions(PersonRequestService people, PersonRequestStore requests, TimeProvider clock)
{
    private const string Route = "werkbank/privacy/verzoeken";
    private const int MostRequests = 50;

    [Function(nameof(GetPersonRequestsPage))]
    public Task<IResult> GetPersonRequestsPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        ShowFormAsync(new FormState(), StatusCodes.Status200OK, cancellation);

    /// <summary>Shows the effect of the request.</summary>
    [Function(nameof(PostPersonRequestsPage))]
    public async Task<IResult> PostPersonRequestsPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (Read(form) is not var (person, kind, _))
        {
            return await ShowFormAsync(form, StatusCodes.Status400BadRequest, cancellation);
        }

        return Page.Render<PersonPreviewPage>(new
        {
            Form = form.With("verzoek", people.NewId()),
            Kind = kind,
            Found = await people.LookAsync(person, kind, cancellation),
        });
    }

    /// <summary>
    /// Executes the request. Personal data is shown at once, since no page stores it; a certificate has an address of
    /// its own.
    /// </summary>
    [Function(nameof(PostPersonRequestExecution))]
    public async Task<IResult> PostPersonRequestExecution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/uitvoeringen")]
            HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (Read(form) is not var (person, kind, verification) || !Guid.TryParseExact(form.Value("verzoek"), "N", out var id))
        {
            return await ShowFormAsync(form, StatusCodes.Status400BadRequest, cancellation);
        }

        var context = request.CommandContext(clock);
        var export = kind == PersonRequestKind.Export ? await people.ExportAsync(context, person, cancellation) : null;
        var handled = await people.HandleAsync(context, id.ToString("N"), person, kind, verification, cancellation);
        return export is null ? Page.SeeOther(PrivacyRoutes.PersonRequest(handled.Id))
            : form.Value("vorm") == "bestand"
                ? Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(
                    new PersonFileResponse(export.Cases, export.Mails, export.Followed), Indented), "application/json", "inzage.json")
            : Page.Render<PersonExportPage>(new { Form = form, Export = export, Handled = handled });
    }

    /// <summary>Shows the certificate, to print.</summary>
    [Function(nameof(GetPersonCertificatePage))]
    public async Task<IResult> GetPersonCertificatePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{id}")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        await requests.FindAsync(id, cancellation) is { } handled
            ? Page.Render<PersonCertificatePage>(new { Handled = handled })
            : ErrorResults.NotFound(request);

    /// <summary>Completes an interrupted request.</summary>
    [Function(nameof(PostPersonRequestFinish))]
    public async Task<IResult> PostPersonRequestFinish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id}/afronding")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await requests.FindAsync(id, cancellation) is not { } handled)
        {
            return ErrorResults.NotFound(request);
        }

        await people.FinishAsync(request.CommandContext(clock), handled, cancellation);
        return Page.SeeOther(PrivacyRoutes.PersonRequest(handled.Id));
    }

    internal static JsonSerializerOptions Indented { get; } = new(Api.Json) { WriteIndented = true };

    private static (EmailAddress Person, PersonRequestKind Kind, PersonVerification Verification)? Read(FormState form)
    {
        PersonRequestKind? kind = EnumNames.TryParseSlug<PersonRequestKind>(form.Value("soort"), out var known) ? known : null;
        var request = new PersonRequest
        {
            Email = form.Value("email"),
            Kind = kind,
            Verified = form.Has("identiteitGecontroleerd", "ja"),
        };
        form.Refuse(request.Check().All);
        if (!EnumNames.TryParseSlug<PersonVerification>(form.Value("controle"), out var verification))
        {
            form.Refuse("controle", "Kies hoe je hebt gecontroleerd wie het vraagt.");
        }

        return form.IsValid && EmailAddress.TrySeek(request.Email, out var person) ? (person, known, verification) : null;
    }

    private async Task<IResult> ShowFormAsync(FormState form, int status, CancellationToken cancellation) =>
        Page.Render<PersonRequestsPage>(
            new { Form = form, Requests = await requests.NewestAsync(MostRequests, cancellation) }, status);
}

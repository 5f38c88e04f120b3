using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Privacy.Pages;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Privacy;

/// <summary>Retention, requests of people on their own data, and packages for the archive.</summary>
public sealed class PrivacyFunctions(RetentionRun retention, PersonDesk people, CaseStore store, TimeProvider clock)
{
    private const int MostCertificates = 20;

    /// <summary>The nightly run.</summary>
    [Function(nameof(EraseWhatIsPastItsTerm))]
    public Task EraseWhatIsPastItsTerm([TimerTrigger("0 0 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        retention.RunAsync(dryRun: false, workflows, cancellation);

    /// <summary>A run by hand; with <c>proef</c> it only looks.</summary>
    [Function(nameof(PostRetentionRun))]
    public async Task<IResult> PostRetentionRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/bewaarronden")] HttpRequest request, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<RetentionInput>(request, cancellation);
        return input is null ? fault! : Results.Json(await retention.RunAsync(input.DryRun ?? true, workflows, cancellation), Api.Json);
    }

    [Function(nameof(GetRetentionRuns))]
    public async Task<IResult> GetRetentionRuns(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/bewaarronden")] HttpRequest request, CancellationToken cancellation) =>
        Results.Json(new { verklaringen = await retention.CertificatesAsync(MostCertificates, cancellation) }, Api.Json);

    [Function(nameof(GetPrivacyWorkPage))]
    public async Task<IResult> GetPrivacyWorkPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werkbank/privacy")] HttpRequest request, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Page.Render<RetentionPage>(new
        {
            DryRun = await retention.RunAsync(dryRun: true, workflows, cancellation),
            Certificates = await retention.CertificatesAsync(MostCertificates, cancellation),
        });

    /// <summary>What is held of the reporter, for whoever has the code.</summary>
    [Function(nameof(GetOwnData))]
    public async Task<IResult> GetOwnData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/meldingen/{zaaknummer}/gegevens")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        TryKnow(request, zaaknummer, out var number, out var code) && await people.ExportAsync(number, code!, cancellation) is { } export ? Results.Json(export, Api.Json) : Api.NotFound();

    /// <summary>Erases the reporter and all texts, for whoever has the code.</summary>
    [Function(nameof(PostOwnErasure))]
    public async Task<IResult> PostOwnErasure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/wissingen")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        TryKnow(request, zaaknummer, out var number, out var code) && await people.EraseAsync(number, code!, cancellation)
            ? Results.Json(new { zaaknummer = number, gewist = true }, Api.Json)
            : Api.NotFound();

    /// <summary>A request by e-mail address, after a coordinator has checked who asks.</summary>
    [Function(nameof(PostPersonRequest))]
    public async Task<IResult> PostPersonRequest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/persoonsverzoeken")] HttpRequest request, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<PersonRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        var errors = new FieldErrors();
        errors.AddWhen(!EmailAddress.TryParse(input.Email, out var person), "email", "Vul één e-mailadres in.");
        errors.AddWhen(input.Verified != true, "identiteitGecontroleerd", "Controleer eerst of de aanvrager deze persoon is.");
        errors.AddWhen(input.Kind is null, "soort", "Kies inzage, melderWissen of allesWissen.");
        if (errors.Any)
        {
            return Api.Invalid(errors.All);
        }

        return input.Kind == PersonRequestKind.Export
            ? Results.Json(new { zaken = await people.ExportAsync(person!, cancellation) }, Api.Json)
            : Results.Json(new
            {
                gewist = await people.EraseAsync(person!, input.Kind == PersonRequestKind.EraseAll ? ErasedData.Texts : ErasedData.Reporter, request.Caller().AsActor(), cancellation),
            }, Api.Json);
    }

    /// <summary>A case that is over as a package for the archive.</summary>
    [Function(nameof(GetArchivePackage))]
    public async Task<IResult> GetArchivePackage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/zaken/{zaaknummer}/archiefpakket")] HttpRequest request, string zaaknummer, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number) || await store.FindAsync(number, cancellation) is not { } file)
        {
            return Api.NotFound();
        }

        return file.State.IsOpen
            ? Api.Problem(StatusCodes.Status409Conflict, "Dat kan nu niet", "De zaak loopt nog. Een archiefpakket maak je van een afgeronde zaak.")
            : Results.Bytes(ArchivePackage.Compose(file, await store.ReadStreamAsync(number, cancellation) ?? [], clock.GetUtcNow()), "application/zip", $"{number}.zip");
    }

    private static bool TryKnow(HttpRequest request, string zaaknummer, out CaseNumber number, out FollowCode? code)
    {
        code = null;
        return CaseNumber.TryParse(zaaknummer, out number) && FollowCode.TryParse(request.Headers["Volgcode"], out code);
    }
}

/// <summary>Whether a run only looks.</summary>
public sealed record RetentionInput([property: JsonPropertyName("proef")] bool? DryRun);

/// <summary>What a person asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonRequestKind>))]
public enum PersonRequestKind
{
    [JsonStringEnumMemberName("inzage")]
    Export,

    [JsonStringEnumMemberName("melderWissen")]
    EraseReporter,

    [JsonStringEnumMemberName("allesWissen")]
    EraseAll,
}

/// <summary>A person's request, as a coordinator enters it.</summary>
public sealed record PersonRequest
{
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("soort")]
    public PersonRequestKind? Kind { get; init; }

    /// <summary>The coordinator has checked that the person who asks is the one of this address.</summary>
    [JsonPropertyName("identiteitGecontroleerd")]
    public bool? Verified { get; init; }
}

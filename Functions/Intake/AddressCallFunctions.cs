using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>The API for changing the e-mail address: request a code, confirm it, or remove the address.</summary>
[RoutePolicy(Audience.Public)]
public sealed class AddressCallFunctions(
    FollowedCases cases, ContactService contacts, RateLimits limits, StoredLimits daily, TimeProvider clock)
{
    [Function(nameof(PostAddressCall))]
    public async Task<IResult> PostAddressCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/adrescodes")]
            HttpRequest request, string zaaknummer, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<AddressRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        if (await cases.OpenAsync(zaaknummer, request.Headers[ReportFunctions.CodeHeader], cancellation) is not { } followed)
        {
            return Api.NotFound();
        }

        if (!EmailAddress.TryParse(input.Email, out var address, out var wrong))
        {
            return Api.Invalid("email", wrong);
        }

        var (asked, allowance) = await contacts.ProposeAsync(request, followed, address, cancellation);
        return asked switch
        {
            Once.Done { Value: var proposal } => Results.Json(new AddressProposalResponse(proposal), Api.Json),
            Once.Failed when allowance != Allowance.Granted => daily.Refuse(request, allowance),
            Once.Failed => Api.Problem(StatusCodes.Status503ServiceUnavailable, "De mail is niet verstuurd",
                "Probeer het over een paar minuten nog een keer."),
            _ => ErrorResults.NotDone(request, asked),
        };
    }

    [Function(nameof(PutAddressCall))]
    public async Task<IResult> PutAddressCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/meldingen/{zaaknummer}/e-mailadres")]
            HttpRequest request, string zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<AddressCodeRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        var result = await contacts.ConfirmAsync(CommandContext.OfReporter(clock), zaaknummer,
            request.Headers[ReportFunctions.CodeHeader], input.Proposal, input.Code, workflows, cancellation);
        return result is CommandResult.Invalid && !limits.TryWrongCode(request) ? ErrorResults.TooMany(request)
            : Api.Answer(result, _ => Results.NoContent());
    }

    [Function(nameof(DeleteAddressCall))]
    public async Task<IResult> DeleteAddressCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/meldingen/{zaaknummer}/e-mailadres")]
            HttpRequest request, string zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Api.Answer(
            await contacts.RemoveAsync(
                CommandContext.OfReporter(clock), zaaknummer, request.Headers[ReportFunctions.CodeHeader],
            workflows, cancellation), _ => Results.NoContent());

    /// <summary>The new address.</summary>
    public sealed record AddressRequest([property: JsonPropertyName("email")] string? Email);

    /// <summary>The sealed address, to send back with the code from the mail.</summary>
    public sealed record AddressProposalResponse([property: JsonPropertyName("bevestiging")] string Proposal);

    /// <summary>The code from the mail, with the sealed address from the response.</summary>
    public sealed record AddressCodeRequest(
        [property: JsonPropertyName("bevestiging")] string? Proposal, [property: JsonPropertyName("code")] string? Code);
}

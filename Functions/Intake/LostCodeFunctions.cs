using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Intake.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// Requests for a new code by mail. Response and work are the same whether the case exists or not, so that neither
/// reveals it.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class LostCodeFunctions(LostCodes codes, StoredLimits limits)
{
    [Function(nameof(GetLostCode))]
    public IResult GetLostCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/code-kwijt")] HttpRequest request) =>
        Page.Render<LostCodePage>(new { Asked = request.Query["gevraagd"] == "ja", Form = new FormState() });

    [Function(nameof(PostLostCode))]
    public async Task<IResult> PostLostCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/code-kwijt")]
        HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var (number, address) = Check(form.Value("zaaknummer"), form.Value("email"), out var errors);
        if (errors.Any)
        {
            form.Refuse(errors.All);
            return Page.Refuse<LostCodePage>(new { Asked = false, Form = form });
        }
        return await AskAsync(request, number, address!, cancellation)
            ?? Page.SeeOther($"{IntakeRoutes.LostCode}?gevraagd=ja");
    }

    [Function(nameof(PostLostCodeCall))]
    public async Task<IResult> PostLostCodeCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/nieuwe-volgcodes")]
        HttpRequest request, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<LostCodeRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }
        var (number, address) = Check(input.Number, input.Email, out var errors);
        if (errors.Any)
        {
            return Api.Invalid(errors.All);
        }
        return await AskAsync(request, number, address!, cancellation) ?? Results.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <summary>Returns null when the code was requested, or else the error.</summary>
    private async Task<IResult?> AskAsync(
        HttpRequest request, FollowNumber number, EmailAddress address, CancellationToken cancellation)
    {
        var (asked, allowance) = await codes.AskAsync(request, number, address, cancellation);
        return asked is Once.Done ? null
            : allowance != Allowance.Granted ? limits.Refuse(request, allowance)
            : ErrorResults.NotDone(request, asked);
    }

    private static (FollowNumber Number, EmailAddress? Address) Check(string? number, string? email, out FieldErrors errors)
    {
        errors = new FieldErrors();
        errors.AddWhen(
            !FollowNumber.TryParse(number, out var parsed), "zaaknummer", "Vul een zaaknummer in, zoals RR-2026-7KQ4M.");
        return (parsed, errors.Email("email", email, required: true));
    }

    /// <summary>The details that the person still knows.</summary>
    public sealed record LostCodeRequest(
        [property: JsonPropertyName("zaaknummer")] string? Number, [property: JsonPropertyName("email")] string? Email);
}

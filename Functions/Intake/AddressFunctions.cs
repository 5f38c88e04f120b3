using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Intake.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>Adds or removes a verified e-mail address later, for the reporter and for a follower.</summary>
[RoutePolicy(Audience.Public)]
public sealed class AddressFunctions(
    FollowedCases cases, ContactService contacts, FollowSession session, RateLimits limits,
    IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The address that waits for its code.</summary>
    private readonly ProtectedCookie waiting =
        new(protection, clock, "regelloket-adres", IntakeRoutes.Email, ContactService.CodeLifetime);

    [Function(nameof(GetAddress))]
    public async Task<IResult> GetAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/email")]
        HttpRequest request, CancellationToken cancellation) =>
        await cases.OpenAsync(request, cancellation) is not null
            ? Page.Render<AddressPage>(new { CodeSent = waiting.Read(request) is not null, Form = new FormState() })
            : ErrorResults.SessionEnded(request, SiteRoutes.Follow);

    [Function(nameof(PostAddress))]
    public async Task<IResult> PostAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/email")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await cases.OpenAsync(request, cancellation) is not { } followed)
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }
        if (!EmailAddress.TryParse(form.Value("email"), out var address, out var fault))
        {
            form.Refuse("email", fault);
        }
        else
        {
            var (asked, allowance) = await contacts.ProposeAsync(request, followed, address, cancellation);
            if (asked is Once.Done { Value: var proposal })
            {
                waiting.Write(request, proposal);
                return Page.SeeOther(IntakeRoutes.Email);
            }
            form.Refuse("email", StoredLimits.WhyNoMail(allowance));
        }
        return Page.Refuse<AddressPage>(new { CodeSent = false, Form = form });
    }

    [Function(nameof(PostAddressCode))]
    public async Task<IResult> PostAddressCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/email/bevestigen")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (session.Read(request) is not { } known)
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }
        switch (await contacts.ConfirmAsync(CommandContext.OfReporter(clock), known.Number, known.Code, waiting.Read(request),
            form.Value("code"), workflows, cancellation))
        {
            case CommandResult.Done:
                waiting.End(request);
                return Page.SeeOther(SiteRoutes.FollowedCase + "?verstuurd=adres");
            case CommandResult.Invalid invalid when limits.TryWrongCode(request):
                form.Refuse("code", invalid.Errors["code"]);
                return Page.Refuse<AddressPage>(new { CodeSent = true, Form = form });
            case CommandResult.Invalid:
                return ErrorResults.TooMany(request);
            default:
                return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }
    }

    [Function(nameof(PostAddressRemoval))]
    public async Task<IResult> PostAddressRemoval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/email/weghalen")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation) =>
        session.Read(request) is { } known
            && await contacts.RemoveAsync(CommandContext.OfReporter(clock), known.Number, known.Code, workflows, cancellation)
                is CommandResult.Done
            ? Page.SeeOther(SiteRoutes.FollowedCase + "?verstuurd=adres-weg")
            : ErrorResults.SessionEnded(request, SiteRoutes.Follow);
}

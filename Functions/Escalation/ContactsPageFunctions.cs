using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Escalation.Pages;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Escalation;

/// <summary>The coordinator's pages with the contacts, domains and terms of the ministries.</summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class ContactsPageFunctions(ContactBook contacts, ILogger<ContactsPageFunctions> log)
{
    [Function(nameof(GetContactsPage))]
    public async Task<IResult> GetContactsPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/ministeries/{ministerie?}")]
            HttpRequest request, string? ministerie, CancellationToken cancellation)
    {
        if (!EnumNames.TryParseSlug<Ministry>(ministerie ?? EnumNames.All<Ministry>()[0].Slug(), out var ministry))
        {
            return ErrorResults.NotFound(request);
        }

        var current = await contacts.OfAsync(ministry, cancellation);
        return await ShowAsync(ministry, ContactsForm.Of(current), StatusCodes.Status200OK, cancellation);
    }

    [Function(nameof(PostContactsPage))]
    public async Task<IResult> PostContactsPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/ministeries/{ministerie}")]
            HttpRequest request, string ministerie, CancellationToken cancellation)
    {
        if (!EnumNames.TryParseSlug<Ministry>(ministerie, out var ministry))
        {
            return ErrorResults.NotFound(request);
        }

        var form = await FormState.ReadAsync(request, cancellation);
        if (ContactsForm.Read(form, ministry) is not { } changed)
        {
            return await ShowAsync(ministry, form, StatusCodes.Status400BadRequest, cancellation);
        }

        if (await contacts.ChangeAsync(changed, request.Caller().AsActor(), cancellation) is not { } stored)
        {
            var newest = await contacts.OfAsync(ministry, cancellation);
            form.Refuse("postbus", NewerText.Refusal);
            form.ShowBeside(ContactsForm.Of(newest), newest.ChangedBy, newest.ChangedAt ?? default);
            return await ShowAsync(ministry, form, StatusCodes.Status409Conflict, cancellation);
        }

        log.LogInformation("{Colleague} changed the contacts of {Ministry} to version {Version}.", request.Caller()
            .Id, ministry, stored.Version);
        return Page.SeeOther($"{EscalationRoutes.ContactsOf(ministry)}?bewaard");
    }

    private async Task<IResult> ShowAsync(Ministry ministry, FormState form, int status, CancellationToken cancellation) =>
        Page.Render<ContactsPage>(
            new { Ministry = ministry, Form = form, History = await contacts.HistoryAsync(ministry, cancellation) },
            status);
}

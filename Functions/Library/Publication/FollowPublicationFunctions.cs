using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Library.Publication.Pages;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>The reporter's page with the public text: read it, agree, or object within the term.</summary>
[RoutePolicy(Audience.Public)]
public sealed class FollowPublicationFunctions(PublicationService service, FollowedCases followed)
{
    [Function(nameof(GetPublicationReply))]
    public async Task<IResult> GetPublicationReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/publicatie")]
        HttpRequest request, CancellationToken cancellation) =>
        await ShowAsync(request, new FormState(), StatusCodes.Status200OK, cancellation);

    [Function(nameof(PostPublicationReplyPage))]
    public async Task<IResult> PostPublicationReplyPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/publicatie")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await followed.OpenOwnAsync(request, cancellation) is not { } known)
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }

        var form = await FormState.ReadAsync(request, cancellation);
        var reply = new PublicationReplyRequest
        {
            Version = int.TryParse(form.Value("versie"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version : null,
            Agreed = form.Value("akkoord") switch { "ja" => true, "nee" => false, _ => null },
            Explanation = form.Value("toelichting")
        };
        switch (await service.ReplyAsync(known, reply, workflows, cancellation))
        {
            case CommandResult.Done:
                return Page.SeeOther($"{SiteRoutes.FollowedCase}?verstuurd");
            case CommandResult.Invalid invalid:
                form.Refuse(invalid.Errors.ToDictionary(e => e.Key == "versie" ? "akkoord" : e.Key, e => e.Value));
                return await ShowAsync(request, form, StatusCodes.Status400BadRequest, cancellation);
            case CommandResult.Refused { Unseen: not null }:
                form.With("akkoord");
                return await ShowAsync(request, form, StatusCodes.Status409Conflict, cancellation, isOvertaken: true);
            default:
                form.IsRefused = true;
                return await ShowAsync(request, form, StatusCodes.Status409Conflict, cancellation);
        }
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState form, int status, CancellationToken cancellation,
        bool isOvertaken = false) =>
        await followed.OpenOwnAsync(request, cancellation) is not { File: var file }
            ? ErrorResults.SessionEnded(request, SiteRoutes.Follow)
            : file.State.Publication is not { } publication ? Page.SeeOther(SiteRoutes.FollowedCase)
            : Page.Render<PublicationReplyPage>(
                new
                {
                    Form = form,
                    service.Today,
                    publication.ObjectBefore,
                    publication.Version,
                    IsOvertaken = isOvertaken,
                    Item = service.Draft(file),
                    Refusal = service.WhyNotReply(file.State)
                }, status);
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Library.Publication;

/// <summary>The API for publication.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class PublicationFunctions(PublicationService service, FollowedCases followed, TimeProvider clock)
{
    [Function(nameof(PostPublication))]
    public Task<IResult> PostPublication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/publicaties")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<PublicationRequest>(request, input => service.DraftAsync(
            request.CommandContext(clock), zaaknummer, input, workflows, cancellation),
            file => Api.Created(ApiRoutes.Case(zaaknummer), PublicationResponse.Of(file)), cancellation);

    [Function(nameof(PostPublicationApproval))]
    public Task<IResult> PostPublicationApproval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/publicaties/{versie}/goedkeuringen")]
            HttpRequest request,
        CaseNumber zaaknummer, string versie, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        OfVersionAsync(versie, version => service.ApproveAsync(
            request.CommandContext(clock), zaaknummer, version, workflows, cancellation));

    [Function(nameof(PostPublicationDrop))]
    public Task<IResult> PostPublicationDrop(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/publicaties/{versie}/vervallenverklaringen")]
            HttpRequest request,
        CaseNumber zaaknummer, string versie, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        OfVersionAsync(versie, version => service.DropAsync(
            request.CommandContext(clock), zaaknummer, version, workflows, cancellation));

    /// <summary>Publishes the approved version at once, when the reporter agreed or the term is over.</summary>
    [Function(nameof(PostSharing))]
    public async Task<IResult> PostSharing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/delingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Api.Answer(
            await service.PublishAsync(request.CommandContext(clock), zaaknummer, workflows, cancellation),
            PublicationResponse.Of);

    [Function(nameof(PostPublicationWithdrawal))]
    public Task<IResult> PostPublicationWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/publicatie-intrekkingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<PublicationWithdrawalRequest>(request, input => service.WithdrawAsync(
            request.CommandContext(clock), zaaknummer, input.Reason, workflows, cancellation),
            PublicationResponse.Of, cancellation);

    [Function(nameof(PostSharingDecline))]
    public Task<IResult> PostSharingDecline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/niet-delen-besluiten")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<SharingDeclineRequest>(request, input => service.DeclineAsync(
            request.CommandContext(clock), zaaknummer, input, workflows, cancellation),
            PublicationResponse.Of, cancellation);

    /// <summary>Records that the reporter agrees with the public text or objects.</summary>
    [Function(nameof(PostPublicationReply))]
    [RoutePolicy(Audience.Public)]
    public async Task<IResult> PostPublicationReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/publicatiereacties")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (reply, fault) = await Api.ReadAsync<PublicationReplyRequest>(request, cancellation);
        return reply is null ? fault!
            : await followed.OpenOwnAsync(zaaknummer, request.Headers["Volgcode"], cancellation) is not { } known
            ? Api.NotFound()
            : Api.Answer(await service.ReplyAsync(known, reply, workflows, cancellation), PublicationResponse.Of);
    }

    private static async Task<IResult> OfVersionAsync(string versie, Func<int, Task<CommandResult>> act) =>
        int.TryParse(versie, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? Api.Answer(await act(version), PublicationResponse.Of) : Api.NotFound();
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Library.Publication;

/// <summary>The API for publication.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class PublicationFunctions(PublicationService service, FollowedCases followed, TimeProvider clock)
{
    [Function(nameof(PostPublication))]
    public async Task<IResult> PostPublication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/publicaties")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<PublicationRequest>(request, cancellation);
        return input is null ? fault!
            : Api.Answer(await service.DraftAsync(request.CommandContext(clock), zaaknummer, input, workflows, cancellation),
                file => Api.Created(LibraryRoutes.ApiPublication(zaaknummer, file.State.Publication!.Version),
                    PublicationResponse.Of(file)));
    }

    [Function(nameof(PostPublicationApproval))]
    public async Task<IResult> PostPublicationApproval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/publicaties/{versie}/goedkeuringen")]
            HttpRequest request,
        CaseNumber zaaknummer, string versie, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        !int.TryParse(versie, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? Api.NotFound()
            : Api.Answer(
                await service.ApproveAsync(request.CommandContext(clock), zaaknummer, version, workflows, cancellation),
                PublicationResponse.Of);

    /// <summary>Publishes the approved version at once, when the reporter agreed or the term is over.</summary>
    [Function(nameof(PostSharing))]
    public async Task<IResult> PostSharing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/delingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        Api.Answer(
            await service.PublishAsync(request.CommandContext(clock), zaaknummer, workflows, cancellation),
            PublicationResponse.Of);

    [Function(nameof(PostPublicationWithdrawal))]
    public async Task<IResult> PostPublicationWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/publicatie-intrekkingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<PublicationWithdrawalRequest>(request, cancellation);
        return input is null ? fault!
            : Api.Answer(
                await service.WithdrawAsync(request.CommandContext(clock), zaaknummer, input.Reason, workflows, cancellation),
                PublicationResponse.Of);
    }

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
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Library.Search;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Subscriptions;

/// <summary>The API to follow the library by mail. Its answers never show whether an address is known.</summary>
[RoutePolicy(Audience.Public)]
public sealed class FollowCallFunctions(
    SubscriptionService subscriptions, LibraryCache shelf, RateLimits limits, StoredLimits daily)
{
    [Function(nameof(PostFollowCall))]
    public async Task<IResult> PostFollowCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/volgverzoeken")]
        HttpRequest request, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<FollowRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        var errors = new FieldErrors();
        if (FollowForm.Read(input.Email, input.Topics, "themas", await shelf.ViewAsync(cancellation), errors)
            is not var (email, topics))
        {
            return Api.Invalid(errors.All);
        }

        var (asked, allowance) = await subscriptions.AskAsync(request, email, topics, cancellation);
        return asked is Once.Done ? Results.StatusCode(StatusCodes.Status202Accepted)
            : allowance != Allowance.Granted ? daily.Refuse(request, allowance)
            : ErrorResults.NotDone(request, asked);
    }

    [Function(nameof(PostFollowConfirmationCall))]
    public async Task<IResult> PostFollowConfirmationCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/volgbevestigingen")]
        HttpRequest request, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<FollowCodeRequest>(request, cancellation);
        return input is null ? fault!
            : await subscriptions.ConfirmAsync(input.Code, cancellation) is { } subscription
                ? Results.Json(SubscriptionResponse.Of(subscription), Api.Json)
            : Unknown(request);
    }

    [Function(nameof(PostFollowStopCall))]
    public async Task<IResult> PostFollowStopCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/volgafmeldingen")]
        HttpRequest request, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<FollowCodeRequest>(request, cancellation);
        return input is null ? fault!
            : await subscriptions.StopAsync(input.Code, cancellation) ? Results.NoContent() : Unknown(request);
    }

    private IResult Unknown(HttpRequest request) => limits.TryWrongCode(request)
        ? Api.Invalid(FollowForm.CodeField, "Deze code klopt niet of is verlopen.") : ErrorResults.TooMany(request);
}

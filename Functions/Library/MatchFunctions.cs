using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Library;

/// <summary>The public API to find published answers that resemble a text, which is not stored or logged.</summary>
[RoutePolicy(Audience.Public)]
public sealed class MatchFunctions(PublishedMatches matches)
{
    private const int TextLength = 10_000;
    private const int Most = 5;

    [Function(nameof(PostMatches))]
    public async Task<IResult> PostMatches(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/vergelijkbare-casussen")]
            HttpRequest request, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<MatchRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        var errors = new FieldErrors();
        var text = errors.Required("tekst", input.Text, TextLength, "Schrijf op waar je tegenaan loopt.");
        return errors.Any ? Api.Invalid(errors.All)
            : Results.Json(
                new MatchesResponse((await matches.LikeAsync(text, Most, cancellation)).Select(MatchResponse.Of)), Api.Json);
    }
}

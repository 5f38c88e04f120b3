using System.Text.Json.Serialization;
using RegelLoket.Intake;

namespace RegelLoket.Library;

/// <summary>One similar answer.</summary>
public sealed record MatchResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("probleem")] string Problem,
    [property: JsonPropertyName("antwoord")] string Answer,
    [property: JsonPropertyName("toelichting")] string Status,
    [property: JsonPropertyName("dag")] DateOnly Date,
    [property: JsonPropertyName("adres")] string Address,
    [property: JsonPropertyName("woorden")] IReadOnlyList<string> Words)
{
    public static MatchResponse Of(PublishedMatch match) => new(
        match.Id, match.Title, match.Problem, match.Answer, match.Status, match.Date, match.Address, match.Words);
}

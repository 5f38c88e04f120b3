using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Editing;

/// <summary>One proposal that waits for a second reader.</summary>
public sealed record ProposalResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("aanJou")] bool IsYours)
{
    public static ProposalResponse Of(Edition edition, Actor viewer) => new(
        edition.Id, edition.Version, edition.After!.Title, edition.After.Kind.Slug(), edition.By.Name, edition.At,
        !edition.By.IsSamePerson(viewer));
}

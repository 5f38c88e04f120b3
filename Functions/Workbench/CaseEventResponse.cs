using System.Text.Json;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>One line of a case's stream.</summary>
public sealed record CaseEventResponse(
    [property: JsonPropertyName("nummer")] int Number,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("rol")] ActorRole Role,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("medewerker")] string? Colleague,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("omschrijving")] string Description,
    [property: JsonPropertyName("gegevens")] JsonElement Data,
    [property: JsonPropertyName("teksten")] IEnumerable<string>? Texts,
    [property: JsonPropertyName("hash")] string Hash);

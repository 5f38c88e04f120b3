using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>A view of a case by a colleague.</summary>
public sealed record CaseAccessResponse(
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("rol")] ActorRole Role,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("medewerker")] string? Colleague,
    [property: JsonPropertyName("onderdeel")] string Part);

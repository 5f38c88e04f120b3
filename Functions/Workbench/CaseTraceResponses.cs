using System.Text.Json;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>All events of a case, in order.</summary>
public sealed record CaseEventsResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number,
    [property: JsonPropertyName("gebeurtenissen")] IEnumerable<CaseEventResponse> Events);

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

/// <summary>The views of a case.</summary>
public sealed record CaseAccessesResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number,
    [property: JsonPropertyName("inzagen")] IEnumerable<CaseAccessResponse> Accesses);

/// <summary>A view of a case by a colleague.</summary>
public sealed record CaseAccessResponse(
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("rol")] ActorRole Role,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("medewerker")] string? Colleague,
    [property: JsonPropertyName("onderdeel")] string Part);

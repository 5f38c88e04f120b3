using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>The request to one ministry.</summary>
public sealed record CaseRequestResponse(
    [property: JsonPropertyName("ministerie")] Ministry Ministry,
    [property: JsonPropertyName("status")] RequestStatus Status,
    [property: JsonPropertyName("gevraagdOp")] DateTimeOffset AskedAt,
    [property: JsonPropertyName("reactieVoor")] DateOnly ReplyBefore,
    [property: JsonPropertyName("vraag")] string? Question,
    [property: JsonPropertyName("antwoord")] string? Answer,
    [property: JsonPropertyName("beantwoordOp")] DateTimeOffset? EndedAt,
    [property: JsonPropertyName("teLaat")] bool Late);

using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The response to a reaction.</summary>
public sealed record ReactionReceiptResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number, [property: JsonPropertyName("ministerie")]
        Ministry Ministry, [property: JsonPropertyName("status")] RequestStatus Status);

using System.Text.Json.Serialization;

namespace RegelLoket.Operations;

/// <summary>How the app is; with its parts where these were looked at.</summary>
public sealed record HealthResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("onderdelen"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IEnumerable<PartHealthResponse>? Parts = null);

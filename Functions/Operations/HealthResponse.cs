using System.Text.Json.Serialization;

namespace RegelLoket.Operations;

/// <summary>The health of the app, with that of its parts where they were checked.</summary>
public sealed record HealthResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("onderdelen"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IEnumerable<PartHealthResponse>? Parts = null);

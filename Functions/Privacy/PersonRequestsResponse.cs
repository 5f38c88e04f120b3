using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The requests that were carried out, the newest first.</summary>
public sealed record PersonRequestsResponse(
    [property: JsonPropertyName("verklaringen")] IReadOnlyList<HandledPersonRequest> Certificates);

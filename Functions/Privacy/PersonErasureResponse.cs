using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>The result of a person's request for erasure.</summary>
public sealed record PersonErasureResponse(
    [property: JsonPropertyName("proef")] bool DryRun,
    [property: JsonPropertyName("gewist")] IEnumerable<CaseNumber> Erased,
    [property: JsonPropertyName("verklaring")] HandledPersonRequest Certificate);

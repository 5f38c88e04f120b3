using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>What a person asked to erase was erased.</summary>
public sealed record PersonErasureResponse(
    [property: JsonPropertyName("proef")] bool DryRun,
    [property: JsonPropertyName("gewist")] IEnumerable<CaseNumber> Erased,
    [property: JsonPropertyName("verklaring")] HandledPersonRequest Certificate);

using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>One case of a certificate.</summary>
public sealed record CertificateLine(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number, [property: JsonPropertyName("gegevens")]
        ErasedData What, [property: JsonPropertyName("vervallenOp")] DateOnly DueOn)
{
    /// <summary>The follower whose data it was; null for everybody else in the case.</summary>
    [JsonPropertyName("persoon"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CasePerson? Person { get; init; }

    /// <summary>The label for people.</summary>
    [JsonIgnore]
    public string Label =>
        Person is null ? What.Label() : What == ErasedData.Texts ? "Teksten van een volger" : "Gegevens van een volger";
}

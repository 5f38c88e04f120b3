using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>One place with data of the person, and the effect on it.</summary>
public sealed record PersonRequestLine
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("persoon")]
    public required CasePerson Person { get; init; }

    /// <summary>Whether the case has data by which the person can be identified and reached.</summary>
    [JsonPropertyName("contactgegevens")]
    public required bool Contact { get; init; }

    /// <summary>The number of texts that are shown or erased.</summary>
    [JsonPropertyName("aantalTeksten")]
    public required int Texts { get; init; }

    /// <summary>Whether the case is still open.</summary>
    [JsonPropertyName("loopt")]
    public required bool IsOpen { get; init; }
}

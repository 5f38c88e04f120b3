using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>One place where something of the person is, and what happens there.</summary>
public sealed record PersonRequestLine
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("persoon")]
    public required CasePerson Person { get; init; }

    /// <summary>Whether the case has data by which the person can be known and reached.</summary>
    [JsonPropertyName("contactgegevens")]
    public required bool Contact { get; init; }

    /// <summary>How many texts are shown, or go.</summary>
    [JsonPropertyName("aantalTeksten")]
    public required int Texts { get; init; }

    /// <summary>Whether the case is still worked on.</summary>
    [JsonPropertyName("loopt")]
    public required bool IsOpen { get; init; }
}

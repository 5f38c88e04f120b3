using System.Text.Json.Serialization;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.ContextAnalysis;

/// <summary>The personal data that a scan found, in the order of the text.</summary>
public sealed record ScanResponse(
    [property: JsonPropertyName("vondsten")] IReadOnlyList<PersonalDataFinding> Findings);

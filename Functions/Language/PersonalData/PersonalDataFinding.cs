using System.Text.Json.Serialization;

namespace RegelLoket.Language.PersonalData;

/// <summary>A place in a text that seems to hold personal data, in UTF-16 code units with an exclusive end.</summary>
public sealed record PersonalDataFinding(
    [property: JsonPropertyName("begin")] int Begin,
    [property: JsonPropertyName("einde")] int End,
    [property: JsonPropertyName("soort")] PersonalDataKind Kind);

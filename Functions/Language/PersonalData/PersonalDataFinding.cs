using System.Text.Json.Serialization;

namespace RegelLoket.Language.PersonalData;

/// <summary>A place in a text, in UTF-16 code units (the end is the first one after it), that seems to hold personal data.</summary>
public sealed record PersonalDataFinding(
    [property: JsonPropertyName("begin")] int Begin,
    [property: JsonPropertyName("einde")] int End,
    [property: JsonPropertyName("soort")] PersonalDataKind Kind);

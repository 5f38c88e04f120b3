using System.Text.Json.Serialization;

namespace RegelLoket.Library.Laws;

/// <summary>
/// What reporters noticed of the outcomes later, by the last answer in each case. A number is null where it is hidden
/// because it is so small that it could reveal a person.
/// </summary>
public sealed record LawEffectResponse(
    [property: JsonPropertyName("merktHet")] int? Noticed, [property: JsonPropertyName("merktHetDeels")] int? Partly,
    [property: JsonPropertyName("merktHetNiet")] int? NotNoticed, [property: JsonPropertyName("organisaties")] int? Organisations);

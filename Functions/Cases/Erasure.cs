using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>How much of a case's private data was erased.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasedData>))]
public enum ErasedData
{
    /// <summary>Who reported, and every address and secret.</summary>
    [JsonStringEnumMemberName("melder"), Display(Name = "Gegevens van de melder")]
    Reporter,

    /// <summary>That and every free text.</summary>
    [JsonStringEnumMemberName("teksten"), Display(Name = "Alle teksten van de zaak")]
    Texts,
}

/// <summary>Why data was erased.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureGround>))]
public enum ErasureGround
{
    [JsonStringEnumMemberName("bewaartermijn"), Display(Name = "De bewaartermijn is voorbij")]
    Term,

    [JsonStringEnumMemberName("verzoek"), Display(Name = "Op verzoek van de persoon")]
    Request,
}

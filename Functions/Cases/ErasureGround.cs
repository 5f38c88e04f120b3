using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The reason for an erasure.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureGround>))]
public enum ErasureGround
{
    [JsonStringEnumMemberName("bewaartermijn"), Display(Name = "De bewaartermijn is voorbij")]
    Term,

    [JsonStringEnumMemberName("verzoek"), Display(Name = "Op verzoek van de persoon")]
    Request,
}

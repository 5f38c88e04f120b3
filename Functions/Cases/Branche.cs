using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The branches of care and welfare; hospital and general-practice care were added later.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Branche>))]
public enum Branche
{
    [JsonStringEnumMemberName("ambulancezorg"), Display(Name = "Ambulancezorg")]
    Ambulancezorg,

    [JsonStringEnumMemberName("eerstelijnszorg"), Display(Name = "Eerstelijnszorg")]
    Eerstelijnszorg,

    [JsonStringEnumMemberName("geestelijke-gezondheidszorg"), Display(Name = "Geestelijke gezondheidszorg")]
    GeestelijkeGezondheidszorg,

    [JsonStringEnumMemberName("gehandicaptenzorg"), Display(Name = "Gehandicaptenzorg")]
    Gehandicaptenzorg,

    [JsonStringEnumMemberName("ggd"), Display(Name = "GGD")]
    Ggd,

    [JsonStringEnumMemberName("huisartsenzorg"), Display(Name = "Huisartsenzorg")]
    Huisartsenzorg,

    [JsonStringEnumMemberName("jeugdzorg"), Display(Name = "Jeugdzorg")]
    Jeugdzorg,

    [JsonStringEnumMemberName("kraamzorg"), Display(Name = "Kraamzorg")]
    Kraamzorg,

    [JsonStringEnumMemberName("onderwijs"), Display(Name = "Onderwijs")]
    Onderwijs,

    [JsonStringEnumMemberName("ouderenzorg"), Display(Name = "Ouderenzorg")]
    Ouderenzorg,

    [JsonStringEnumMemberName("sociaal-werk"), Display(Name = "Sociaal werk")]
    SociaalWerk,

    [JsonStringEnumMemberName("thuiszorg"), Display(Name = "Thuiszorg")]
    Thuiszorg,

    [JsonStringEnumMemberName("ziekenhuiszorg"), Display(Name = "Ziekenhuiszorg")]
    Ziekenhuiszorg,

    [JsonStringEnumMemberName("overig"), Display(Name = "Overig")]
    Overig,
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>Whether the reporter notices the effect of the outcome.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EffectNoticed>))]
public enum EffectNoticed
{
    [JsonStringEnumMemberName("ja"), Display(Name = "Ja, ik merk het")]
    Yes,

    [JsonStringEnumMemberName("deels"), Display(Name = "Een beetje")]
    Partly,

    [JsonStringEnumMemberName("nee"), Display(Name = "Nee, ik merk er niets van")]
    No,
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The ministries to which a case can go.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Ministry>))]
public enum Ministry
{
    [JsonStringEnumMemberName("vws"), Display(Name = "VWS")]
    Vws,

    [JsonStringEnumMemberName("ocw"), Display(Name = "OCW")]
    Ocw,

    [JsonStringEnumMemberName("szw"), Display(Name = "SZW")]
    Szw,
}

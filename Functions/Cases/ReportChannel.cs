using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The way in which a report came in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportChannel>))]
public enum ReportChannel
{
    [JsonStringEnumMemberName("formulier"), Display(Name = "Formulier")]
    Form,

    [JsonStringEnumMemberName("api"), Display(Name = "API")]
    Api,

    [JsonStringEnumMemberName("telefoon"), Display(Name = "Telefoon")]
    Telephone,

    [JsonStringEnumMemberName("bezoek"), Display(Name = "Bezoek")]
    Visit,

    [JsonStringEnumMemberName("voorbeeld"), Display(Name = "Voorbeeld")]
    Demo,
}

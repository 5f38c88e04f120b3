using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The state of the request to one ministry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestStatus>))]
public enum RequestStatus
{
    [JsonStringEnumMemberName("gevraagd"), Display(Name = "Gevraagd")]
    Asked,

    [JsonStringEnumMemberName("ontvangst-bevestigd"), Display(Name = "Ontvangst bevestigd")]
    Acknowledged,

    [JsonStringEnumMemberName("wedervraag"), Display(Name = "Wedervraag")]
    AskedBack,

    [JsonStringEnumMemberName("beantwoord"), Display(Name = "Beantwoord")]
    Answered,

    [JsonStringEnumMemberName("niet-bij-ons"), Display(Name = "Niet bij ons")]
    NotOurs,

    /// <summary>The case got an outcome or was withdrawn before the ministry answered.</summary>
    [JsonStringEnumMemberName("niet-meer-nodig"), Display(Name = "Niet meer nodig")]
    NoLongerNeeded,
}

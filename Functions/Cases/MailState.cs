using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The delivery state of a mail.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailState>))]
public enum MailState
{
    [JsonStringEnumMemberName("gepland"), Display(Name = "Gepland")]
    Planned,

    [JsonStringEnumMemberName("bezig"), Display(Name = "Wordt verzonden")]
    Sending,

    [JsonStringEnumMemberName("verzonden"), Display(Name = "Verzonden")]
    Sent,

    [JsonStringEnumMemberName("uitgesteld"), Display(Name = "Uitgesteld door de ontvanger")]
    Deferred,

    [JsonStringEnumMemberName("afgeleverd"), Display(Name = "Afgeleverd")]
    Delivered,

    [JsonStringEnumMemberName("teruggekomen"), Display(Name = "Teruggekomen")]
    Bounced,

    /// <summary>The server of the recipient refused this mail, and not the address: a next one may arrive.</summary>
    [JsonStringEnumMemberName("afgewezen"), Display(Name = "Afgewezen door de ontvanger, misschien tijdelijk")]
    Blocked,

    [JsonStringEnumMemberName("geweigerd"), Display(Name = "Niet verzonden door de maildienst")]
    Dropped,

    [JsonStringEnumMemberName("als-spam-gemeld"), Display(Name = "Als spam gemeld")]
    ReportedAsSpam,

    [JsonStringEnumMemberName("mislukt"), Display(Name = "Mislukt")]
    Failed,

    [JsonStringEnumMemberName("vervallen"), Display(Name = "Niet meer nodig")]
    Obsolete,
}

using System.Text.Json.Serialization;

namespace RegelLoket.Notifications;

/// <summary>The kind of recipient; the address itself is looked up when the mail is sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecipientKind>))]
public enum RecipientKind
{
    [JsonStringEnumMemberName("melder")]
    Reporter,

    [JsonStringEnumMemberName("ministerie")]
    Ministry,

    [JsonStringEnumMemberName("tweede-contact")]
    SecondContact,

    [JsonStringEnumMemberName("adres-in-zaak")]
    AddressInCase,

    [JsonStringEnumMemberName("analist")]
    Analyst,

    [JsonStringEnumMemberName("coordinatoren")]
    Coordinators,

    [JsonStringEnumMemberName("volger")]
    Follower,

    [JsonStringEnumMemberName("behandelaar")]
    Handler,

    [JsonStringEnumMemberName("abonnee")]
    Subscriber,

    [JsonStringEnumMemberName("deelnemer")]
    Participant,
}

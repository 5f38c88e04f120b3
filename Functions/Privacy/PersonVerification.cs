using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The way in which a coordinator verified a person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonVerification>))]
public enum PersonVerification
{
    [JsonStringEnumMemberName("antwoord-op-mail"), Display(Name = "Antwoord op een mail naar het bekende adres")]
    RepliedToMail,

    [JsonStringEnumMemberName("teruggebeld"), Display(Name = "Teruggebeld op het bekende nummer")]
    CalledBack,

    [JsonStringEnumMemberName("volgcode"), Display(Name = "De persoon noemde zaaknummer en code")]
    FollowCode,

    [JsonStringEnumMemberName("in-persoon"), Display(Name = "De persoon was hier en liet een bewijs zien")]
    InPerson,
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Language.PersonalData;

/// <summary>The kinds of personal data that the scan finds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonalDataKind>))]
public enum PersonalDataKind
{
    [JsonStringEnumMemberName("bsn"), Display(Name = "Burgerservicenummer")]
    Bsn,

    [JsonStringEnumMemberName("iban"), Display(Name = "Rekeningnummer")]
    Iban,

    [JsonStringEnumMemberName("email"), Display(Name = "E-mailadres")]
    Email,

    [JsonStringEnumMemberName("telefoon"), Display(Name = "Telefoonnummer")]
    Telefoon,

    [JsonStringEnumMemberName("bigNummer"), Display(Name = "BIG-nummer")]
    BigNummer,

    [JsonStringEnumMemberName("geboortedatum"), Display(Name = "Geboortedatum")]
    Geboortedatum,

    [JsonStringEnumMemberName("adres"), Display(Name = "Adres")]
    Adres,

    [JsonStringEnumMemberName("naam"), Display(Name = "Naam van een persoon")]
    Naam,

    [JsonStringEnumMemberName("gezondheid"), Display(Name = "Gezondheid van een persoon")]
    Gezondheid,
}

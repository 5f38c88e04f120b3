using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The size of an organisation, in the bands that the public may see.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrganisationSize>))]
public enum OrganisationSize
{
    [JsonStringEnumMemberName("klein"), Display(Name = "Tot 50 medewerkers")]
    Small,

    [JsonStringEnumMemberName("middelgroot"), Display(Name = "50 tot 250 medewerkers")]
    Medium,

    [JsonStringEnumMemberName("groot"), Display(Name = "250 medewerkers of meer")]
    Large,
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The part that a person whose data a case holds plays in it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonPart>))]
public enum PersonPart
{
    [JsonStringEnumMemberName("melder"), Display(Name = "Melder")]
    Reporter,

    [JsonStringEnumMemberName("volger"), Display(Name = "Volger")]
    Follower,

    /// <summary>A colleague at a ministry to whom a question was forwarded or an access code was mailed.</summary>
    [JsonStringEnumMemberName("collega"), Display(Name = "Collega bij een ministerie")]
    Colleague,

    /// <summary>The contact of an organisation that does an experiment.</summary>
    [JsonStringEnumMemberName("deelnemer"), Display(Name = "Deelnemer aan een experiment")]
    Participant,
}

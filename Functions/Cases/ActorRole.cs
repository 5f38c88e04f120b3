using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The part that a person or system plays in a case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActorRole>))]
public enum ActorRole
{
    [JsonStringEnumMemberName("melder")]
    Reporter,

    [JsonStringEnumMemberName("analist")]
    Analyst,

    [JsonStringEnumMemberName("coordinator")]
    Coordinator,

    [JsonStringEnumMemberName("ministerie")]
    Ministry,

    [JsonStringEnumMemberName("systeem")]
    System,

    /// <summary>An organisation that does an experiment.</summary>
    [JsonStringEnumMemberName("deelnemer")]
    Participant,
}

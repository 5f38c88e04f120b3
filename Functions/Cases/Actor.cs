using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The part that somebody plays towards a case.</summary>
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
}

/// <summary>
/// Who did something. The name is a colleague's sign-in name or a ministry's label; a reporter has no name here, since events cannot be
/// erased.
/// </summary>
/// <param name="Role">The part played.</param>
/// <param name="Name">The colleague or the ministry; empty for the reporter and the system.</param>
public sealed record Actor(ActorRole Role, string Name = "")
{
    public static Actor Reporter { get; } = new(ActorRole.Reporter);

    public static Actor System { get; } = new(ActorRole.System);

    public static Actor Of(Ministry ministry) => new(ActorRole.Ministry, ministry.Label());
}

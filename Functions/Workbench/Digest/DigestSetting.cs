using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// A colleague's choice, with the name under which cases are assigned and the address from the sign-in.
/// </summary>
public sealed record DigestSetting
{
    public required string Name { get; init; }

    /// <summary>The id of the sign-in (<see cref="Actor.Id"/>); null for choices from before ids were stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    public required EmailAddress Email { get; init; }

    public required DigestRhythm Rhythm { get; init; }

    [JsonIgnore]
    public Actor Colleague => new(ActorRole.Analyst, Name, Id);
}

using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>A person whose data a case holds, by the part played; it holds no data of the person itself.</summary>
/// <param name="Part">The part.</param>
/// <param name="Follower">The place of a follower, or the number of a participant's experiment.</param>
/// <param name="AddressName">The name under which a colleague's address is stored in
/// <see cref="PrivateCase.Addresses"/>.</param>
public sealed record CasePerson(
    [property: JsonPropertyName("rol")] PersonPart Part,
    [property: JsonPropertyName("plaats"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Follower,
    [property: JsonPropertyName("adres"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AddressName)
{
    public static CasePerson Reporter { get; } = new(PersonPart.Reporter, null, null);

    /// <summary>The reporter, or the follower at a place.</summary>
    public static CasePerson Following(int? follower) =>
        follower is { } place ? new(PersonPart.Follower, place, null) : Reporter;

    /// <summary>The contact of the organisation that does an experiment.</summary>
    public static CasePerson Participating(int experiment) => new(PersonPart.Participant, experiment, null);
}

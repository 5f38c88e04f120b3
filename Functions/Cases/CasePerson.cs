using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>Somebody of whom a case holds personal data, by the part played in it; nothing of the person.</summary>
/// <param name="Part">The part.</param>
/// <param name="Follower">The place of a follower.</param>
/// <param name="AddressName">The name under which a colleague's address lies in <see cref="PrivateCase.Addresses"/>.</param>
public sealed record CasePerson(
    [property: JsonPropertyName("rol")] PersonPart Part,
    [property: JsonPropertyName("plaats"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Follower,
    [property: JsonPropertyName("adres"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AddressName)
{
    public static CasePerson Reporter { get; } = new(PersonPart.Reporter, null, null);

    /// <summary>Anyone who follows a case: the reporter, or with a place the follower there.</summary>
    public static CasePerson Following(int? follower) => follower is { } place ? new(PersonPart.Follower, place, null) : Reporter;
}

using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// Who did something. The name is a colleague's sign-in name or a ministry's label; a reporter has no name here, since events cannot be
/// erased.
/// </summary>
/// <param name="Role">The part played.</param>
/// <param name="Name">The colleague or the ministry; empty for the reporter and the system.</param>
/// <param name="Id">
/// The id of the colleague at the identity provider, which stays the same when a name changes; null for others, and in events from before
/// ids were kept.
/// </param>
public sealed record Actor(
    ActorRole Role, string Name = "", [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id = null)
{
    public static Actor Reporter { get; } = new(ActorRole.Reporter);

    public static Actor System { get; } = new(ActorRole.System);

    public static Actor Of(Ministry ministry) => new(ActorRole.Ministry, ministry.Label());

    /// <summary>
    /// Whether two actors are one person: by their ids, or by their names where one of them has no id. Reporters have neither, so nobody
    /// knows.
    /// </summary>
    public bool IsSamePerson(Actor other) =>
        Id is not null && other.Id is not null ? Id == other.Id : IsSameName(Name, other.Name);

    /// <summary>Whether two names are written alike but for case, accents and spaces; never for an empty name.</summary>
    public static bool IsSameName(string? one, string? other) => NameKey(one) is { Length: > 0 } letters && letters == NameKey(other);

    /// <summary>What is the same for names that are written alike; empty for a name without letters.</summary>
    public static string NameKey(string? name) => string.Concat(UnicodeText.Normalized(name ?? "", NormalizationForm.FormKD)
        .Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c)
            is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))).ToUpperInvariant();
}

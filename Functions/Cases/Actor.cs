using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// The person or system that did something, by a colleague's sign-in name or a ministry's label; a reporter has no name
/// here, since events cannot be erased.
/// </summary>
/// <param name="Role">The part played.</param>
/// <param name="Name">The colleague or the ministry; empty for the reporter and the system.</param>
/// <param name="Id">The colleague's id at the identity provider, which stays the same when the name changes; null for
/// others and in events from before ids were stored.</param>
public sealed record Actor(
    ActorRole Role, string Name = "",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id = null)
{
    public static Actor Reporter { get; } = new(ActorRole.Reporter);

    public static Actor System { get; } = new(ActorRole.System);

    /// <summary>The organisation that does an experiment; without a name, as a reporter.</summary>
    public static Actor Participant { get; } = new(ActorRole.Participant);

    public static Actor Of(Ministry ministry) => new(ActorRole.Ministry, ministry.Label());

    /// <summary>
    /// Whether two actors are the same person: by their ids, or by their names where one of them has no id. Two
    /// reporters never are, since a reporter has neither.
    /// </summary>
    public bool IsSamePerson(Actor other) =>
        Id is not null && other.Id is not null ? Id == other.Id : IsSameName(Name, other.Name);

    /// <summary>Whether two names are equal apart from case, accents and spaces; false for an empty name.</summary>
    public static bool IsSameName(string? one, string? other) =>
        NameKey(one) is { Length: > 0 } letters && letters == NameKey(other);

    /// <summary>The letters of a name without case, accents and spaces; empty for a name without letters.</summary>
    public static string NameKey(string? name) => string.Concat(UnicodeText.Normalized(name ?? "", NormalizationForm.FormKD)
        .Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c)
            is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))).ToUpperInvariant();
}

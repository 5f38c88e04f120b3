using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>A queue that a colleague saved under a name.</summary>
public sealed record SavedView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The query string, in the form of <see cref="WorkQueueQuery.ToQueryString"/>.</summary>
    public required string Query { get; init; }

    public required string Owner { get; init; }

    /// <summary>The id of the owner (<see cref="Actor.Id"/>); null for views from before ids were stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OwnerId { get; init; }

    /// <summary>Whether the view is shown to colleagues too.</summary>
    public required bool Shared { get; init; }

    public bool IsOf(Actor person) => OwnedBy.IsSamePerson(person);

    internal Actor OwnedBy => new(ActorRole.Analyst, Owner, OwnerId);
}

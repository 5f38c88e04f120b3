using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>The state of the access codes for one link.</summary>
internal sealed record AccessState
{
    public required string LinkHash { get; init; }

    /// <summary>The number of codes so far, which gives each a name of its own.</summary>
    public int Serial { get; init; }

    /// <summary>The number of codes requested since the last right one.</summary>
    public int Asked { get; init; }

    public string? CodeHash { get; init; }

    /// <summary>The salt; null in older states, where the hash of the link was the salt.</summary>
    public string? Salt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    [JsonIgnore]
    public OneTimeCode? Code => CodeHash is { } hash ? new(hash, Salt ?? LinkHash, ExpiresAt) : null;

    public int Wrong { get; init; }

    /// <summary>The request that entered the last code, until that code would have expired.</summary>
    public RequestMark? RedeemedBy { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }
}

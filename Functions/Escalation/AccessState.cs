using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>What is known of the access codes for one link.</summary>
internal sealed record AccessState
{
    public required string LinkHash { get; init; }

    /// <summary>Counts the codes of this request, so that each has a name of its own.</summary>
    public int Serial { get; init; }

    /// <summary>Codes asked for since one was right.</summary>
    public int Asked { get; init; }

    public string? CodeHash { get; init; }

    /// <summary>Null in what was stored when the hash of the link was the salt.</summary>
    public string? Salt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    [JsonIgnore]
    public OneTimeCode? Code => CodeHash is { } hash ? new(hash, Salt ?? LinkHash, ExpiresAt) : null;

    public int Wrong { get; init; }

    /// <summary>The request that filled in the last code, as long as that would have worked.</summary>
    public RequestMark? RedeemedBy { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }
}

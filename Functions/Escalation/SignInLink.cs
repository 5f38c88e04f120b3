using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The stored state of the newest link with which a mailbox signs in.</summary>
/// <param name="LinkHash">The <see cref="SignInCode.Hash"/> of the link.</param>
/// <param name="ExpiresAt">The moment at which the link expires.</param>
internal sealed record SignInLink(string LinkHash, DateTimeOffset ExpiresAt)
{
    /// <summary>The moment of use; null while unused.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>The request that used it, so that a repeat of the same request succeeds too.</summary>
    public RequestMark? UsedBy { get; init; }
}

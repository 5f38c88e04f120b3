using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>What is kept of the newest link with which a mailbox signs in.</summary>
/// <param name="LinkHash"><see cref="SignInCode.Hash"/> of the link.</param>
/// <param name="ExpiresAt">From when it no longer works.</param>
internal sealed record SignInLink(string LinkHash, DateTimeOffset ExpiresAt)
{
    /// <summary>When it was used; null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>The request that used it, so that the same one sent twice is no error after success.</summary>
    public RequestMark? UsedBy { get; init; }
}

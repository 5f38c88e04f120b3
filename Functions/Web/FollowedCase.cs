using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>A case whose code was verified: the proof that commands of a reporter or follower require.</summary>
/// <param name="File">The case.</param>
/// <param name="Follower">The place of an organisation that joined; null for the reporter.</param>
public sealed record FollowedCase(CaseFile File, int? Follower)
{
    public FollowNumber Number => new(File.Number, Follower);
}

using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>A case whose code somebody showed: the proof that a command of a reporter or follower asks for.</summary>
/// <param name="File">The case.</param>
/// <param name="Follower">The place of an organisation that joined; null for the reporter.</param>
public sealed record FollowedCase(CaseFile File, int? Follower)
{
    public FollowNumber Number => new(File.Number, Follower);
}

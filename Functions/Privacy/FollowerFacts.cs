using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>
/// The facts of a follower or of a participant in an experiment for retention: the day of the newest own step, and the
/// data left.
/// </summary>
public sealed record FollowerFacts(int Place, DateOnly Since, bool HoldsContact, bool HoldsTexts)
{
    public CasePerson Person { get; init; } = CasePerson.Following(Place);
}

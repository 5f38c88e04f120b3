namespace RegelLoket.Cases;

/// <summary>The answer of an organisation that joined on one question on the effect.</summary>
/// <param name="Follower">Its place among the followers.</param>
/// <param name="Moment">The moment that the question was about.</param>
/// <param name="Noticed">The answer.</param>
public sealed record FollowerEffect(int Follower, EffectMoment Moment, EffectNoticed Noticed);

using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>The single question on the effect that a link opens.</summary>
/// <param name="Number">The case.</param>
/// <param name="Moment">The moment that the question is about.</param>
/// <param name="Follower">The place of the organisation that joined; null for the reporter.</param>
public sealed record EffectLink(CaseNumber Number, EffectMoment Moment, int? Follower = null);

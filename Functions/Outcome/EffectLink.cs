using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>The single question on the effect that a link opens.</summary>
public sealed record EffectLink(CaseNumber Number, EffectMoment Moment);

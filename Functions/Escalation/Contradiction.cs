using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Two ministries that answer differently: on the whole, or on one rule.</summary>
/// <param name="One">The first, in the order of asking.</param>
/// <param name="Other">The second.</param>
/// <param name="Rule">The place of the rule in the context analysis, from 1; null for the answer as a whole.</param>
/// <param name="OneSays">What the first says; null when it says that the rule is not its own.</param>
/// <param name="OtherSays">What the second says.</param>
public sealed record Contradiction(Ministry One, Ministry Other, int? Rule, AnswerStance? OneSays, AnswerStance? OtherSays);

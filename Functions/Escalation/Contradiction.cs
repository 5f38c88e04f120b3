using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Two ministries with different answers: as a whole, or on one rule.</summary>
/// <param name="One">The first ministry, in the order in which they were asked.</param>
/// <param name="Other">The second ministry.</param>
/// <param name="Rule">The position of the rule in the context analysis, from 1; null for the answer as a whole.</param>
/// <param name="OneSays">The first stance; null when the ministry answered that the rule is not its own.</param>
/// <param name="OtherSays">The second stance.</param>
public sealed record Contradiction(Ministry One, Ministry Other, int? Rule, AnswerStance? OneSays, AnswerStance? OtherSays);

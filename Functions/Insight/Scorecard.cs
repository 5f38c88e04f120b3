using RegelLoket.Cases;

namespace RegelLoket.Insight;

/// <summary>The figures on the questions to one ministry.</summary>
/// <param name="Ministry">The ministry.</param>
/// <param name="Asked">The number of questions.</param>
/// <param name="Answered">The number of answers.</param>
/// <param name="Explained">The number of explanations that the rule is another's.</param>
/// <param name="Silent">The number of questions whose term passed without a reply.</param>
/// <param name="Waiting">The number of questions whose term runs, or that wait for the desk.</param>
/// <param name="Dropped">The number of questions whose case ended before the term did.</param>
/// <param name="MedianDays">The median of the calendar days until an answer or explanation; null without any.</param>
/// <param name="InTime">The number of answers and explanations in time.</param>
public sealed record Scorecard(Ministry Ministry, int Asked, int Answered, int Explained, int Silent, int Waiting, int Dropped,
    double? MedianDays, int InTime);

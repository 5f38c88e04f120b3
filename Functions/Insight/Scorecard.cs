using RegelLoket.Cases;

namespace RegelLoket.Insight;

/// <summary>How a ministry deals with what it is asked.</summary>
/// <param name="Ministry">Which one.</param>
/// <param name="Asked">How often it was asked.</param>
/// <param name="Answered">How often it answered.</param>
/// <param name="Explained">How often it explained that the rule is another's.</param>
/// <param name="Silent">How often it let its term pass without a word.</param>
/// <param name="Waiting">How often it still has time, or waits for the desk.</param>
/// <param name="Dropped">How often the case came to its end before the term did.</param>
/// <param name="MedianDays">The calendar days until its answer or explanation; null without any.</param>
/// <param name="InTime">How many of its answers and explanations came in time.</param>
public sealed record Scorecard(Ministry Ministry, int Asked, int Answered, int Explained, int Silent, int Waiting, int Dropped,
    double? MedianDays, int InTime);

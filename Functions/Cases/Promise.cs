namespace RegelLoket.Cases;

/// <summary>A promise to the reporter of a day with news.</summary>
/// <param name="Until">The last day on which they get news.</param>
/// <param name="Because">Why it became later; null for the first day of a wait.</param>
public sealed record Promise(DateOnly Until, DelayReason? Because = null);

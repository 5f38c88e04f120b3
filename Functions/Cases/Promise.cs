namespace RegelLoket.Cases;

/// <summary>What the reporter was told about when they hear from the desk.</summary>
/// <param name="Until">The last day on which they hear something.</param>
/// <param name="Because">Why it became later; null for the first day of a wait.</param>
public sealed record Promise(DateOnly Until, DelayReason? Because = null);

namespace RegelLoket.Insight;

/// <summary>How many days a step takes, for half of the cases and for nine in ten.</summary>
public sealed record LeadTime(string Step, int Cases, double MedianDays, double NinetyPercentDays);

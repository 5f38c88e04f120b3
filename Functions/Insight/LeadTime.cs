namespace RegelLoket.Insight;

/// <summary>The number of days that a step takes, as the median and the 90th percentile.</summary>
public sealed record LeadTime(string Step, int Cases, double MedianDays, double NinetyPercentDays);

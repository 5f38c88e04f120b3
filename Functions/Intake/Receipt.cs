using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>The receipt for a report.</summary>
/// <param name="Number">The case number.</param>
/// <param name="Code">The secret to follow the case with, which nobody can look up later.</param>
/// <param name="ReceivedAt">The moment of storing.</param>
/// <param name="DueOn">The day before which the reporter hears from an analyst.</param>
public sealed record Receipt(CaseNumber Number, FollowCode Code, DateTimeOffset ReceivedAt, DateOnly DueOn);

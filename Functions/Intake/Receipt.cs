using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>The receipt for a report.</summary>
/// <param name="Number">The case number.</param>
/// <param name="Code">The secret to follow the case with; nobody can look it up later.</param>
/// <param name="ReceivedAt">When the report was stored.</param>
/// <param name="DueOn">The last day on which the reporter hears from the desk.</param>
public sealed record Receipt(CaseNumber Number, FollowCode Code, DateTimeOffset ReceivedAt, DateOnly DueOn);

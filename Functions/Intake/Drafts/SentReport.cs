namespace RegelLoket.Intake.Drafts;

/// <summary>The receipt of a sent draft, for the page that survives a reload. The code is protected.</summary>
/// <param name="Number">The number to follow it by; null when there is nothing to follow.</param>
/// <param name="ProtectedCode">The code to follow it with; null when there is nothing to follow.</param>
/// <param name="ReceivedAt">When it was stored.</param>
/// <param name="DueOn">The last day on which the reporter hears from the desk; null for anyone who joined what was published.</param>
public sealed record SentReport(string? Number, string? ProtectedCode, DateTimeOffset ReceivedAt, DateOnly? DueOn)
{
    /// <summary>The published item that was joined.</summary>
    public JoinedItem? Joined { get; init; }
}

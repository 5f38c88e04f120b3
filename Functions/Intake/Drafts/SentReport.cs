namespace RegelLoket.Intake.Drafts;

/// <summary>The receipt of a sent draft, for a page that survives a reload.</summary>
/// <param name="Number">The follow number; null when there is nothing to follow.</param>
/// <param name="ProtectedCode">The encrypted follow code; null when there is nothing to follow.</param>
/// <param name="ReceivedAt">The moment of storing.</param>
/// <param name="DueOn">The day before which the reporter hears from an analyst; null for an organisation that joined a
/// published item.</param>
public sealed record SentReport(string? Number, string? ProtectedCode, DateTimeOffset ReceivedAt, DateOnly? DueOn)
{
    /// <summary>The published item that was joined.</summary>
    public JoinedItem? Joined { get; init; }
}

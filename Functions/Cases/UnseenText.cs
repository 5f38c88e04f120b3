namespace RegelLoket.Cases;

/// <summary>A text that was written after the sender of a command had read the case.</summary>
/// <param name="Case">The case as it is now.</param>
/// <param name="Event">The event with the text.</param>
public sealed record UnseenText(CaseFile Case, CaseEvent Event)
{
    /// <summary>The event with the older text that the sender read, where the command was about that text.</summary>
    public CaseEvent? Read { get; init; }
}

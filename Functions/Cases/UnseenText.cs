namespace RegelLoket.Cases;

/// <summary>A text that was written after the sender of a command had read the case.</summary>
/// <param name="Case">The case as it is now.</param>
/// <param name="Event">The event with the text.</param>
public sealed record UnseenText(CaseFile Case, CaseEvent Event);

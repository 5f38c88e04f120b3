namespace RegelLoket.Cases;

/// <summary>The decision of a colleague not to share the outcome with the sector.</summary>
/// <param name="Because">The reason from the list, which the reporter reads too.</param>
/// <param name="By">The colleague.</param>
/// <param name="At">The moment.</param>
/// <param name="Words">The reason in words, for colleagues.</param>
public sealed record NotShared(NotSharedReason Because, Actor By, DateTimeOffset At, TextReference Words);

using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>A view of a case: a colleague's name and id and the viewed part, nothing of the case itself.</summary>
/// <param name="At">The moment.</param>
/// <param name="By">The colleague.</param>
/// <param name="What">The page or endpoint: a tab, <c>dossier</c>, <c>api</c>.</param>
public sealed record CaseAccess(DateTimeOffset At, Actor By, string What);

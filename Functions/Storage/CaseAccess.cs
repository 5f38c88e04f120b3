using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>That somebody read a case. It holds a colleague's name and id and what was looked at, nothing of the case itself.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="What">The page or call: a tab, <c>dossier</c>, <c>api</c>.</param>
public sealed record CaseAccess(DateTimeOffset At, Actor By, string What);

using System.Collections.Immutable;

namespace RegelLoket.Cases;

/// <summary>The current split of a report: this case goes on as the first part.</summary>
/// <param name="Event">The number of the event that split it, which holds the texts of every part.</param>
/// <param name="Parts">The cases of the other parts.</param>
public sealed record CaseSplit(int Event, ImmutableArray<CaseNumber> Parts);

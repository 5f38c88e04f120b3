namespace RegelLoket.Workbench;

/// <summary>One row of a queue, with the excerpt in which the search words were found.</summary>
public sealed record QueueLine(CaseEntry Entry, SearchMatch? Match);

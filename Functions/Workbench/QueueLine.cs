namespace RegelLoket.Workbench;

/// <summary>One line of a queue, with the place where the search words were found.</summary>
public sealed record QueueLine(CaseEntry Entry, SearchMatch? Match);

namespace RegelLoket.Cases;

/// <summary>Something of an organisation in its experiment, stored under an event, that no colleague read yet.</summary>
public sealed record UnreadWords(int Event, DateTimeOffset At);

namespace RegelLoket.Intake.Drafts;

/// <summary>A published item, by its title and its address.</summary>
public sealed record JoinedItem(string Title, string Address);

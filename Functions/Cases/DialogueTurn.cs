namespace RegelLoket.Cases;

/// <summary>One message in a dialogue, or a note.</summary>
public sealed record DialogueTurn(Actor By, DateTimeOffset At, TextReference Text);

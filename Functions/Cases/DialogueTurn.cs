namespace RegelLoket.Cases;

/// <summary>One thing that somebody said, in a dialogue or as a note.</summary>
public sealed record DialogueTurn(Actor By, DateTimeOffset At, TextReference Text);

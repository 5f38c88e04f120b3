namespace RegelLoket.Cases;

/// <summary>A note on a phase of a round.</summary>
public sealed record ExperimentNote(int Round, ExperimentPhase Phase, Actor By, DateTimeOffset At, TextReference Text);

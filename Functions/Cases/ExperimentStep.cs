namespace RegelLoket.Cases;

/// <summary>A step of the spiral: a phase in a round, which counts from 1.</summary>
public sealed record ExperimentStep(int Round, ExperimentPhase Phase);

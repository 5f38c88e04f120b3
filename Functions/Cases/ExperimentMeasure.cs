namespace RegelLoket.Cases;

/// <summary>A figure at one moment: after a round, or before the first one as round 0.</summary>
public sealed record ExperimentMeasure(int Round, MeasureKind Kind, decimal Value, DateTimeOffset At);

namespace RegelLoket.Cases;

/// <summary>One figure as it was measured.</summary>
public sealed record MeasuredFigure(MeasureKind Kind, decimal Value);

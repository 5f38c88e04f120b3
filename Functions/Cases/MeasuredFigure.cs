namespace RegelLoket.Cases;

/// <summary>One measured figure.</summary>
public sealed record MeasuredFigure(MeasureKind Kind, decimal Value);

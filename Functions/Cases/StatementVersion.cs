namespace RegelLoket.Cases;

/// <summary>One version of the problem statement, or a remark on it.</summary>
public sealed record StatementVersion(int Version, Actor By, DateTimeOffset At, TextReference Text);

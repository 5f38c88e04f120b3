namespace RegelLoket.ContextAnalysis;

/// <summary>A note among colleagues.</summary>
public sealed record AddNote
{
    public required string? Text { get; init; }
}

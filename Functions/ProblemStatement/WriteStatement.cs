namespace RegelLoket.ProblemStatement;

/// <summary>The command to write a version, by its parts or as one text; unvalidated input.</summary>
public sealed record WriteStatement
{
    /// <summary>The whole statement as one text; null when it is written by its parts.</summary>
    public string? Text { get; init; }

    /// <summary>The parts by their keys in <see cref="StatementParts"/>.</summary>
    public IReadOnlyDictionary<string, string?> Parts { get; init; } = new Dictionary<string, string?>();
}

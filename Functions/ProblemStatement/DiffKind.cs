namespace RegelLoket.ProblemStatement;

/// <summary>What became of a piece of text from one version to the next.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}

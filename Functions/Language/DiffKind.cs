namespace RegelLoket.Language;

/// <summary>The change of a piece of text between two versions.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}

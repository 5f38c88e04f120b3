namespace RegelLoket.Cases;

/// <summary>
/// A change that replaces a text that several people may edit. It is refused when another person replaced that text
/// after it was read.
/// </summary>
public interface ISharedText
{
    /// <summary>The name of the text.</summary>
    string SharedText { get; }
}

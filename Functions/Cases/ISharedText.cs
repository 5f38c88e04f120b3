namespace RegelLoket.Cases;

/// <summary>
/// A change that puts a text in place of an older one, which several people may write. It is refused when somebody else replaced that
/// text after it was read.
/// </summary>
public interface ISharedText
{
    /// <summary>Which text of the case it is.</summary>
    string SharedText { get; }
}

namespace RegelLoket.Cases;

/// <summary>The request that an event came from, so that the same one does nothing twice. Both are hashes and say nothing else.</summary>
/// <param name="Key">Of the key that its sender chose, bound to who sent it and to where.</param>
/// <param name="Content">Of what was sent: the same key for something else is no repeat.</param>
public sealed record RequestMark(string Key, string Content);

/// <summary>
/// A change that puts a text in place of an older one, which several people may write. It is refused when somebody else replaced that
/// text after it was read.
/// </summary>
public interface ISharedText
{
    /// <summary>Which text of the case it is.</summary>
    string SharedText { get; }
}

namespace RegelLoket.Cases;

/// <summary>The request that an event came from, so that the same one does nothing twice. Both are hashes and say nothing else.</summary>
/// <param name="Key">Of the key that its sender chose, bound to who sent it and to where.</param>
/// <param name="Content">Of what was sent: the same key for something else is no repeat.</param>
public sealed record RequestMark(string Key, string Content);

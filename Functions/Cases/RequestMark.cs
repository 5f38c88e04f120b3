namespace RegelLoket.Cases;

/// <summary>The request that an event came from, by which a repetition is recognised. Both values are hashes.</summary>
/// <param name="Key">The hash of the key that the sender chose, with the sender and the address.</param>
/// <param name="Content">The hash of the request's content: the same key with other content is not a
/// repetition.</param>
public sealed record RequestMark(string Key, string Content);

namespace RegelLoket.Storage;

/// <summary>The stored claim of a request whose command appends no event.</summary>
/// <param name="Content">The hash of the content: the same key with other content is not a repetition.</param>
/// <param name="At">The moment of the claim.</param>
public sealed record RequestClaim(string Content, DateTimeOffset At)
{
    /// <summary>The result: a number, a name, or just that it was done. Null while it is in progress.</summary>
    public string? Value { get; init; }

    /// <summary>Whether the command failed, so that the key can be used again.</summary>
    public bool IsReleased { get; init; }
}

namespace RegelLoket.Storage;

/// <summary>What is kept of a request whose command leaves no event.</summary>
/// <param name="Content">The hash of what was sent: the same key for something else is no repeat.</param>
/// <param name="At">When it was claimed.</param>
public sealed record RequestClaim(string Content, DateTimeOffset At)
{
    /// <summary>What it made: a number, a name, or nothing more than that it was done. Null while it is under way.</summary>
    public string? Value { get; init; }

    /// <summary>Whether nothing came of it, so that the key is free again.</summary>
    public bool IsReleased { get; init; }
}

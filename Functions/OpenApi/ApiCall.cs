namespace RegelLoket.OpenApi;

/// <summary>
/// What people need to know of one call beyond what its function says in code: words, and examples. Address, method, role and the
/// shape of what goes in and comes out are read from the code itself.
/// </summary>
/// <param name="Function">The name of the function.</param>
/// <param name="Tag">The group in which readers find it.</param>
/// <param name="Summary">What it does, in a few words.</param>
public sealed record ApiCall(string Function, string Tag, string Summary)
{
    /// <summary>What a caller should know, in one or two sentences.</summary>
    public required string Description { get; init; }

    public ApiCaller Caller { get; init; } = ApiCaller.Everybody;

    public ApiBody? Body { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>What comes back; null for an answer without a body.</summary>
    public ApiBody? Answer { get; init; }

    /// <summary>Fields of the vocabulary that go into the query string.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Whether the caller must send a key of its own, so that a repeated call does nothing twice.</summary>
    public bool HasIdempotencyKey { get; init; }

    /// <summary>Whether it replaces a text that others may replace too; then the caller may say which version it read.</summary>
    public bool SharesText { get; init; }

    /// <summary>Whether the state of the case can forbid it: 409.</summary>
    public bool CanConflict { get; init; }
}

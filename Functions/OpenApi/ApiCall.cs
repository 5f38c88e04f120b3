namespace RegelLoket.OpenApi;

/// <summary>
/// The documentation of one endpoint that is not in its function: words and examples. Address, method, role and the
/// shape of bodies are read from the code itself.
/// </summary>
/// <param name="Function">The name of the function.</param>
/// <param name="Tag">The group of the endpoint.</param>
/// <param name="Summary">The action, in a few words.</param>
public sealed record ApiCall(string Function, string Tag, string Summary)
{
    /// <summary>The description in one or two sentences.</summary>
    public required string Description { get; init; }

    public ApiCaller Caller { get; init; } = ApiCaller.Everybody;

    public ApiBody? Body { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>The response body; null for a response without one.</summary>
    public ApiBody? Answer { get; init; }

    /// <summary>The fields of the vocabulary that are query parameters.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Whether the caller must send an idempotency key, so that a repeated call does nothing twice.</summary>
    public bool HasIdempotencyKey { get; init; }

    /// <summary>Whether it replaces a shared text, so that the caller may send the version that it read.</summary>
    public bool SharesText { get; init; }

    /// <summary>Whether it says that something was read, so that the caller may send how far.</summary>
    public bool MarksRead { get; init; }

    /// <summary>Whether it is open data: with a tag, and 304 for a caller that has it already.</summary>
    public bool IsOpenData { get; init; }

    /// <summary>Whether the body is a file, with its name in a header, which can be refused for what is in it (400).</summary>
    public bool SendsFile { get; init; }

    /// <summary>Whether the state of the case can forbid it (409).</summary>
    public bool CanConflict { get; init; }
}

using System.Text.Json.Nodes;

namespace RegelLoket.OpenApi;

/// <summary>By what a caller shows who they are.</summary>
public enum ApiCaller
{
    /// <summary>Nobody has to say who they are.</summary>
    Everybody,

    /// <summary>The reporter, by the code that came with the receipt.</summary>
    Reporter,

    /// <summary>A ministry, by the code of its link or its session.</summary>
    Ministry,

    /// <summary>An analyst or a coordinator, by a token.</summary>
    Colleague,
}

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

/// <summary>A body that goes in or comes out.</summary>
/// <param name="Name">The name of its schema.</param>
/// <param name="Example">A whole example in JSON.</param>
public sealed record ApiBody(string Name, string Example)
{
    /// <summary>The type that the code reads or writes; without one the shape is taken from the example.</summary>
    public Type? Type { get; init; }

    /// <summary>
    /// Fields of a request that have to be filled in; the types leave them optional, so that all errors can be reported at once.
    /// </summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Fields of an example that an answer may leave out; for a body without a type.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    public const string Json = "application/json";

    public string MediaType { get; init; } = Json;

    /// <summary>The example; text where the body is no JSON.</summary>
    internal JsonNode ExampleJson() => MediaType.EndsWith("json", StringComparison.Ordinal) && Example.Length > 0
        ? JsonNode.Parse(Example)! : JsonValue.Create(Example);
}

/// <summary>A part of the API that declares its calls.</summary>
public interface IApiCalls
{
    IEnumerable<ApiCall> Calls { get; }
}

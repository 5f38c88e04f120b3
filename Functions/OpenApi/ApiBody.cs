using System.Text.Json.Nodes;

namespace RegelLoket.OpenApi;

/// <summary>The body of a request or a response.</summary>
/// <param name="Name">The name of its schema.</param>
/// <param name="Example">A complete example in JSON.</param>
public sealed record ApiBody(string Name, string Example)
{
    /// <summary>The type that the code reads or writes; null when the schema is derived from the example.</summary>
    public Type? Type { get; init; }

    /// <summary>The required fields of a request; the types leave all optional, to collect all errors.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The fields of an example that a response may leave out; for a body without a type.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    public const string Json = "application/json";

    public string MediaType { get; init; } = Json;

    /// <summary>Returns the example; a string where the body is not JSON.</summary>
    internal JsonNode ExampleJson() => MediaType.EndsWith("json", StringComparison.Ordinal) && Example.Length > 0
        ? JsonNode.Parse(Example)! : JsonValue.Create(Example);
}

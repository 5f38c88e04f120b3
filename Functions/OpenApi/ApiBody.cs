using System.Text.Json.Nodes;

namespace RegelLoket.OpenApi;

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

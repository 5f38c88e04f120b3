namespace RegelLoket.OpenApi;

/// <summary>A field with the name that it has everywhere in the API.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">The description, for readers of the document.</param>
public sealed record ApiField(string Name, string Description)
{
    /// <summary>The type where it is a parameter.</summary>
    public string Type { get; init; } = "string";

    public IReadOnlyList<string> Values { get; init; } = [];

    public string? Format { get; init; }

    public string? Pattern { get; init; }

    public string? Example { get; init; }
}

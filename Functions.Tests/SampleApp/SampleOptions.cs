namespace SampleApp;

/// <summary>What a run sets: section <c>Sample</c>.</summary>
public sealed class SampleOptions
{
    public string Greeting { get; init; } = "";

    public string Name { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>A file that counts the starts at which another program still takes the port that the worker chose for itself.</summary>
    public string TakesPort { get; init; } = "";
}

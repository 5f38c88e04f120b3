namespace SampleApp;

/// <summary>What a run sets: section <c>Sample</c>.</summary>
public sealed class SampleOptions
{
    public string Greeting { get; init; } = "";

    public string Name { get; init; } = "";

    public string Address { get; init; } = "";
}

using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis;

/// <summary>The body of a context analysis.</summary>
public sealed record AnalysisRequest
{
    [JsonPropertyName("bron")]
    public string? Source { get; init; }

    [JsonPropertyName("regels")]
    public IReadOnlyList<RuleRequest?>? Rules { get; init; }

    [JsonPropertyName("ministeries")]
    public IReadOnlyList<string>? Ministries { get; init; }

    [JsonPropertyName("uitvoerders")]
    public IReadOnlyList<string?>? ExecutiveBodies { get; init; }

    /// <summary>A single body, from before a list could be sent; it is added to the list.</summary>
    [JsonPropertyName("uitvoerder")]
    public string? ExecutiveBody { get; init; }

    [JsonPropertyName("verwachteUitkomst")]
    public string? Expected { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<string>? Themes { get; init; }

    [JsonPropertyName("toelichting")]
    public string? Explanation { get; init; }

    internal AnalyseContext ToCommand() => new()
    {
        Source = Source,
        Rules = Rules?.Select(rule => (rule ?? new RuleRequest()).ToRule()).ToList(),
        Ministries = Ministries,
        ExecutiveBodies = ExecutiveBodies,
        ExecutiveBody = ExecutiveBody,
        Expected = Expected,
        Themes = Themes,
        Explanation = Explanation,
    };
}

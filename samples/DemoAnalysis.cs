using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Demo;

/// <summary>The analysis of a sample. One whose case is still open need not have an outcome.</summary>
internal sealed record DemoAnalysis
{
    [JsonPropertyName("bron")]
    public required string Source { get; init; }

    [JsonPropertyName("regels")]
    public required IReadOnlyList<DemoRule> Rules { get; init; }

    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<string> Ministries { get; init; }

    [JsonPropertyName("uitvoerder")]
    public string? ExecutiveBody { get; init; }

    /// <summary>Who owns the rule when it is none of the three.</summary>
    [JsonPropertyName("eigenaarElders")]
    public string? OwnerElsewhere { get; init; }

    [JsonPropertyName("probleemstelling")]
    public required string Statement { get; init; }

    [JsonPropertyName("vragen")]
    public IReadOnlyDictionary<string, string> Questions { get; init; } = new Dictionary<string, string>();

    [JsonPropertyName("antwoorden")]
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    [JsonPropertyName("uitkomst")]
    public OutcomeKind? Outcome { get; init; }

    [JsonPropertyName("tekstVoorMelder")]
    public string ReporterText { get; init; } = "";

    [JsonPropertyName("publicatie")]
    public DemoPublication Publication { get; init; } = new("", "", "");

    /// <summary>The ministries that are asked, in their order.</summary>
    [JsonIgnore]
    public IReadOnlyList<Ministry> Asked =>
    [
        .. Questions.Keys.Select(slug => EnumNames.TryParseSlug<Ministry>(slug, out var ministry)
            ? ministry : throw new InvalidDataException($"'{slug}' is no ministry.")),
    ];
}

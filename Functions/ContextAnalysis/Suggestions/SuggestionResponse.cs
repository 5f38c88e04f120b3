using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>A suggestion in the API: every score with the words that led to it.</summary>
public sealed record SuggestionResponse
{
    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<SuggestedMinistryResponse> Ministries { get; init; }

    /// <summary>Other possible ministries, too weak to be suggested.</summary>
    [JsonPropertyName("ookMogelijk")]
    public IReadOnlyList<SuggestedMinistryResponse> Possible { get; init; } = [];

    /// <summary>The parts of the report, when it seems to have several problems.</summary>
    [JsonPropertyName("delen")]
    public IReadOnlyList<SuggestedPartResponse> Parts { get; init; } = [];

    [JsonPropertyName("geenVanDrie")]
    public required bool NoneOfThree { get; init; }

    /// <summary>Whether the words give too little evidence.</summary>
    [JsonPropertyName("onbekend")]
    public required bool Unknown { get; init; }

    [JsonPropertyName("uitvoerder")]
    public string? ExecutiveBody { get; init; }

    /// <summary>The owner of the rule instead of, or beside, the three ministries.</summary>
    [JsonPropertyName("eigenaar")]
    public string? Owner { get; init; }

    [JsonPropertyName("bron")]
    public RuleSource? Source { get; init; }

    [JsonPropertyName("regels")]
    public required IReadOnlyList<SuggestedRuleResponse> Rules { get; init; }

    [JsonPropertyName("branche")]
    public Branche? Branche { get; init; }

    [JsonPropertyName("themas")]
    public required IReadOnlyList<Theme> Themes { get; init; }

    [JsonPropertyName("versie")]
    public required string Version { get; init; }

    /// <param name="suggestion">The suggestion.</param>
    /// <param name="report">The report of the suggestion, from which the parts are quoted.</param>
    public static SuggestionResponse Of(Suggestion suggestion, ReportText report) => new()
    {
        Ministries = [.. suggestion.Ministries.Select(Ministry)],
        Possible = [.. suggestion.Possible.Select(Ministry)],
        Parts = [.. suggestion.Parts.Select(
            part => new SuggestedPartResponse(part.Ministry, part.Quote(report), WordsOf(part.Words)))],
        NoneOfThree = suggestion.NoneOfThree,
        Unknown = suggestion.Unknown,
        ExecutiveBody = suggestion.ExecutiveBody?.Id,
        Owner = suggestion.OwnerElsewhere,
        Source = suggestion.Source?.Value,
        Rules =
        [
            .. suggestion.Rules.Select(rule => new SuggestedRuleResponse(
                rule.Value.Id, rule.Value.Subject, rule.Value.CitationTitle, rule.Value.BwbId,
                rule.Value.Articles is [var article, ..]
                    ? article : null, Rounded(rule.Score), WordsOf(rule.Words))),
        ],
        Branche = suggestion.Branche?.Value,
        Themes = [.. suggestion.Themes.Select(theme => theme.Value)],
        Version = suggestion.Version,
    };

    private static SuggestedMinistryResponse Ministry(Suggested<Ministry> ministry) =>
        new(ministry.Value, Rounded(ministry.Score), WordsOf(ministry.Words));

    private static double Rounded(double score) => Math.Round(score, 3);

    private static IReadOnlyList<string> WordsOf(IReadOnlyList<SuggestionWord> words) =>
        [.. words.OrderByDescending(word => word.Weight).Select(word => word.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
}

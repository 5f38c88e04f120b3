using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// A subject of reports: the rule behind it, the owners of that rule, and the words that people use for it.
/// </summary>
public sealed record Rule
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("onderwerp")]
    public required string Subject { get; init; }

    [JsonPropertyName("citeertitel")]
    public required string CitationTitle { get; init; }

    [JsonPropertyName("afkorting")]
    public required string? Abbreviation { get; init; }

    [JsonPropertyName("bwbId")]
    public required string? BwbId { get; init; }

    /// <summary>
    /// The identifier of a rule without a BWB id: a Staatscourant number, "cao", "veldnorm", "contract".
    /// </summary>
    [JsonPropertyName("anderId")]
    public required string? OtherId { get; init; }

    [JsonPropertyName("artikelen")]
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>The owners among the three ministries; empty when none of them owns the rule.</summary>
    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<Ministry> Ministries { get; init; }

    /// <summary>
    /// Other owners of the rule: another ministry, the parties to a cao, a municipality, the employer.
    /// </summary>
    [JsonPropertyName("eigenaarElders")]
    public required string? OwnerElsewhere { get; init; }

    /// <summary>The ids of the bodies that execute the rule, the most important first.</summary>
    [JsonPropertyName("uitvoerders")]
    public required IReadOnlyList<string> ExecutiveBodies { get; init; }

    [JsonPropertyName("bron")]
    public required RuleSource Source { get; init; }

    [JsonPropertyName("gebruikelijkeUitkomst")]
    public required OutcomeKind UsualOutcome { get; init; }

    [JsonPropertyName("valkuil")]
    public required string Pitfall { get; init; }

    [JsonPropertyName("themas")]
    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>The day on which the rule was last checked against its text; null when it never was.</summary>
    [JsonPropertyName("gecontroleerdOp")]
    public required DateOnly? CheckedOn { get; init; }

    /// <summary>Words and phrases that practically name the subject.</summary>
    [JsonPropertyName("kernwoorden")]
    public required IReadOnlyList<string> KeyWords { get; init; }

    /// <summary>Other words and phrases for the subject; inflections and compounds need not be listed.</summary>
    [JsonPropertyName("woorden")]
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Sentences as a reporter might write them.</summary>
    [JsonPropertyName("voorbeelden")]
    public required IReadOnlyList<string> Examples { get; init; }
}

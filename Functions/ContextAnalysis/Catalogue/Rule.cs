using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// A subject that people report on, with the rule behind it, who owns that rule, and the words in which people speak of it.
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

    /// <summary>What identifies the rule where it has no BWB id: a Staatscourant number, "cao", "veldnorm", "contract".</summary>
    [JsonPropertyName("anderId")]
    public required string? OtherId { get; init; }

    [JsonPropertyName("artikelen")]
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>The owners among the three; empty when the rule is of none of them.</summary>
    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<Ministry> Ministries { get; init; }

    /// <summary>Who else owns the rule, or shares it: another ministry, the parties to a cao, a municipality, the employer.</summary>
    [JsonPropertyName("eigenaarElders")]
    public required string? OwnerElsewhere { get; init; }

    /// <summary>Ids of the bodies that carry it out, the first one foremost.</summary>
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

    /// <summary>The day on which the text of the rule was last seen; null when it has not been checked against its text yet.</summary>
    [JsonPropertyName("gecontroleerdOp")]
    public required DateOnly? CheckedOn { get; init; }

    /// <summary>Words and phrases that all but name the subject.</summary>
    [JsonPropertyName("kernwoorden")]
    public required IReadOnlyList<string> KeyWords { get; init; }

    /// <summary>Other words and phrases in which people tell of it; inflections and compounds need not be listed.</summary>
    [JsonPropertyName("woorden")]
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Sentences as a reporter might write them.</summary>
    [JsonPropertyName("voorbeelden")]
    public required IReadOnlyList<string> Examples { get; init; }
}

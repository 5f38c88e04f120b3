using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Laws;

/// <summary>A published item on a law: what it is, where it is and what came of it.</summary>
public sealed record LawItemResponse
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("soort")]
    public required ItemKind Kind { get; init; }

    [JsonPropertyName("titel")]
    public required string Title { get; init; }

    [JsonPropertyName("uri")]
    public required Uri Uri { get; init; }

    /// <summary>The articles that it cites.</summary>
    [JsonPropertyName("artikelen")]
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>The outcome of a case or factsheet; null for an experiment.</summary>
    [JsonPropertyName("uitkomst")]
    public OutcomeKind? Outcome { get; init; }

    /// <summary>The result of an experiment; null for the rest.</summary>
    [JsonPropertyName("resultaat")]
    public ExperimentResult? Result { get; init; }

    [JsonPropertyName("gewijzigdOp")]
    public required DateTimeOffset ModifiedAt { get; init; }
}

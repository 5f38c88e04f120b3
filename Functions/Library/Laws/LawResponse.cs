using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Laws;

/// <summary>
/// What is published on a law or another rule, with whose it is: the same record is shown on its page and given away as
/// open data.
/// </summary>
public sealed record LawResponse
{
    /// <summary>Its <see cref="LawId"/>, the last part of its addresses.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("uri")]
    public required Uri Uri { get; init; }

    [JsonPropertyName("citeertitel")]
    public required string CitationTitle { get; init; }

    [JsonPropertyName("bwbId")]
    public string? BwbId { get; init; }

    /// <summary>The address of its text in the Basiswettenbestand.</summary>
    [JsonPropertyName("url")]
    public Uri? Source { get; init; }

    /// <summary>
    /// Its owners by the catalogue; for a law that is not in there the ministries of the answers about it.
    /// </summary>
    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<Ministry> Owners { get; init; }

    [JsonPropertyName("eigenaarElders")]
    public string? OwnersElsewhere { get; init; }

    [JsonPropertyName("uitvoerders")]
    public required IReadOnlyList<string> ExecutiveBodies { get; init; }

    /// <summary>The day on which a person last looked a part of it up; null when nobody has.</summary>
    [JsonPropertyName("gecontroleerdOp")]
    public DateOnly? CheckedOn { get; init; }

    [JsonPropertyName("aantalCasussen")]
    public required int Cases { get; init; }

    [JsonPropertyName("aantalFactsheets")]
    public required int Factsheets { get; init; }

    [JsonPropertyName("aantalExperimenten")]
    public required int Experiments { get; init; }

    [JsonPropertyName("perArtikel")]
    public required IReadOnlyList<LawArticleResponse> Articles { get; init; }

    [JsonPropertyName("perUitkomst")]
    public required IReadOnlyList<LawOutcomeResponse> Outcomes { get; init; }

    [JsonPropertyName("vragenAanMinisteries")]
    public required IReadOnlyList<LawQuestionsResponse> Questions { get; init; }

    [JsonPropertyName("effectmeting")]
    public required LawEffectResponse Effect { get; init; }

    /// <summary>The moment of the last change of an item; null when nothing is published.</summary>
    [JsonPropertyName("gewijzigdOp")]
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The published items, newest first; null in a list of laws.</summary>
    [JsonPropertyName("antwoorden")]
    public IReadOnlyList<LawItemResponse>? Items { get; init; }

    /// <summary>The number of published items.</summary>
    [JsonIgnore]
    public int Count => Cases + Factsheets + Experiments;
}

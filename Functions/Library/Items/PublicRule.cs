using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>A rule as shown to the public.</summary>
public sealed record PublicRule
{
    /// <summary>The number of months after which an unchecked rule is shown as possibly out of date.</summary>
    public const int FreshMonths = 12;

    [JsonPropertyName("bwbId")]
    public string? BwbId { get; init; }

    [JsonPropertyName("citeertitel")]
    public required string CitationTitle { get; init; }

    [JsonPropertyName("artikel")]
    public string? Article { get; init; }

    /// <summary>The day on which a person last looked the rule up; null when nobody has yet.</summary>
    [JsonPropertyName("gecontroleerdOp")]
    public DateOnly? CheckedOn { get; init; }

    /// <summary>The address of the rule in the Basiswettenbestand.</summary>
    [JsonPropertyName("url")]
    public Uri? Address => Cases.LawId.SourceOf(BwbId);

    /// <summary>The lasting name of the law, which its page and its data go by; null when its title has no letter or digit.</summary>
    [JsonIgnore]
    public string? LawId => Cases.LawId.Of(BwbId, CitationTitle);

    public bool IsStale(DateOnly today) => CheckedOn is not { } day || today > day.AddMonths(FreshMonths);

    /// <summary>Returns the rule as a case cites it.</summary>
    public RuleReference ToReference() => new(BwbId, CitationTitle, Article, CheckedOn);

    public static PublicRule Of(RuleReference rule) =>
        new() { BwbId = rule.BwbId, CitationTitle = rule.CitationTitle, Article = rule.Article, CheckedOn = rule.CheckedOn };
}

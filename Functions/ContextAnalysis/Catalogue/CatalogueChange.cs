using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>One change of a coordinator to the catalogue: who, when, why, and one entry before and after.</summary>
public sealed record CatalogueChange
{
    /// <summary>The sequence number in the journal, from 1.</summary>
    [JsonPropertyName("versie")]
    public required int Number { get; init; }

    [JsonPropertyName("door")]
    public required string By { get; init; }

    [JsonPropertyName("op")]
    public required DateTimeOffset At { get; init; }

    [JsonPropertyName("reden")]
    public required string Reason { get; init; }

    [JsonPropertyName("regel")]
    public Revised<Rule>? Rule { get; init; }

    [JsonPropertyName("uitvoerder")]
    public Revised<ExecutiveBody>? Body { get; init; }

    [JsonPropertyName("ministerie")]
    public Revised<MinistryEntry>? Ministry { get; init; }

    /// <summary>The request that caused it; null in changes from before this was stored.</summary>
    [JsonPropertyName("verzoek")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestMark? Request { get; init; }

    /// <summary>Applies this change to a catalogue.</summary>
    internal RuleCatalogue ApplyTo(RuleCatalogue catalogue) =>
        Rule is { } rule ? catalogue.With([rule.After]) : Body is { } body ? catalogue.With(body.After)
            : Ministry is { } ministry
            ? catalogue.With(ministry.After) : catalogue;

    internal bool Concerns(string ruleId) => Rule?.After.Id == ruleId;

    /// <summary>Whether both changes are of the same entry.</summary>
    internal bool IsAboutTheSameAs(CatalogueChange other) =>
        Rule?.After.Id == other.Rule?.After.Id && Body?.After.Id == other.Body?.After.Id
            && Ministry?.After.Ministry == other.Ministry?.After.Ministry;
}

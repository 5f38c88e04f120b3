using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>A rule with its changes, newest first.</summary>
public sealed record RuleHistoryResponse(
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("mogelijkVerouderd")] bool PossiblyOutdated,
    [property: JsonPropertyName("regel")] Rule Rule,
    [property: JsonPropertyName("wijzigingen")] IReadOnlyList<RuleChangeResponse> Changes)
{
    public static RuleHistoryResponse? Of(CatalogueEdition edition, string id, DateOnly today) =>
        edition.Catalogue.Find(id) is not { } rule ? null : new(
        edition.VersionOf(id), RuleCatalogue.IsPossiblyOutdated(rule, today), rule,
        [.. edition.HistoryOf(id)
            .Select(change => new RuleChangeResponse(change.Number, change.By, change.At, change.Reason, change.Rule!.Before,
            change.Rule.After))]);
}

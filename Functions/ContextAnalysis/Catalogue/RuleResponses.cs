using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The rules that the desk knows.</summary>
public sealed record RulesResponse([property: JsonPropertyName("regels")] IEnumerable<RuleLineResponse> Rules);

/// <summary>The executive bodies of rules.</summary>
public sealed record ExecutiveBodiesResponse([property: JsonPropertyName("uitvoerders")] IReadOnlyList<ExecutiveBody> Bodies);

/// <summary>The ministries with their names.</summary>
public sealed record MinistryNamesResponse([property: JsonPropertyName("ministeries")] IReadOnlyList<MinistryEntry> Ministries);

/// <summary>A rule in a list of the API.</summary>
public sealed record RuleLineResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("onderwerp")] string Subject,
    [property: JsonPropertyName("citeertitel")] string CitationTitle,
    [property: JsonPropertyName("gecontroleerdOp")] DateOnly? CheckedOn,
    [property: JsonPropertyName("mogelijkVerouderd")] bool PossiblyOutdated,
    [property: JsonPropertyName("versie")] int Version);

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

/// <summary>One change of a rule: who, when, why, before and after.</summary>
public sealed record RuleChangeResponse(
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("reden")] string Reason,
    [property: JsonPropertyName("was")] Rule? Before,
    [property: JsonPropertyName("werd")] Rule After);

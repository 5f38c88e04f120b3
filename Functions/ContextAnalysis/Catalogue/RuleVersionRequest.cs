using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// A whole rule, as a coordinator sends it; no field is required here, so that all errors can be reported at once.
/// </summary>
public sealed record RuleVersionRequest
{
    /// <summary>The version that the sender read; null for a new rule.</summary>
    [JsonPropertyName("versie")]
    public int? Version { get; init; }

    [JsonPropertyName("reden")]
    public string? Reason { get; init; }

    [JsonPropertyName("onderwerp")]
    public string? Subject { get; init; }

    [JsonPropertyName("citeertitel")]
    public string? CitationTitle { get; init; }

    [JsonPropertyName("afkorting")]
    public string? Abbreviation { get; init; }

    [JsonPropertyName("bwbId")]
    public string? BwbId { get; init; }

    [JsonPropertyName("anderId")]
    public string? OtherId { get; init; }

    [JsonPropertyName("artikelen")]
    public IReadOnlyList<string>? Articles { get; init; }

    [JsonPropertyName("ministeries")]
    public IReadOnlyList<string>? Ministries { get; init; }

    [JsonPropertyName("eigenaarElders")]
    public string? OwnerElsewhere { get; init; }

    [JsonPropertyName("uitvoerders")]
    public IReadOnlyList<string>? ExecutiveBodies { get; init; }

    [JsonPropertyName("bron")]
    public string? Source { get; init; }

    [JsonPropertyName("gebruikelijkeUitkomst")]
    public string? UsualOutcome { get; init; }

    [JsonPropertyName("valkuil")]
    public string? Pitfall { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<string>? Themes { get; init; }

    [JsonPropertyName("gecontroleerdOp")]
    public string? CheckedOn { get; init; }

    [JsonPropertyName("kernwoorden")]
    public IReadOnlyList<string>? KeyWords { get; init; }

    [JsonPropertyName("woorden")]
    public IReadOnlyList<string>? Words { get; init; }

    [JsonPropertyName("voorbeelden")]
    public IReadOnlyList<string>? Examples { get; init; }

    /// <summary>Parses the rule and collects the errors by field.</summary>
    /// <param name="id">The id from the address.</param>
    /// <param name="isKnownBody">Whether an executive body exists.</param>
    /// <param name="today">The day in the Netherlands.</param>
    /// <param name="errors">The collection to which the errors are added.</param>
    internal Rule ToRule(string id, Func<string, bool> isKnownBody, DateOnly today, FieldErrors errors)
    {
        var rule = new Rule
        {
            Id = id,
            Subject = TextSanitizer.CleanLine(Subject),
            CitationTitle = TextSanitizer.CleanLine(CitationTitle),
            Abbreviation = LineOrNull(Abbreviation),
            BwbId = LineOrNull(BwbId)?.ToUpperInvariant(),
            OtherId = LineOrNull(OtherId),
            Articles = Lines(Articles),
            Ministries = Slugs<Ministry>(Ministries, "ministeries", errors),
            OwnerElsewhere = LineOrNull(OwnerElsewhere),
            ExecutiveBodies = Lines(ExecutiveBodies),
            Source = Slug<RuleSource>(Source, "bron", "Kies waar de regel vandaan komt.", errors),
            UsualOutcome = Slug<OutcomeKind>(UsualOutcome, "gebruikelijkeUitkomst", "Kies de gebruikelijke uitkomst.", errors),
            Pitfall = TextSanitizer.Clean(Pitfall),
            Themes = Slugs<Theme>(Themes, "themas", errors),
            CheckedOn = Days.Read(CheckedOn, "gecontroleerdOp", errors),
            KeyWords = Lines(KeyWords),
            Words = Lines(Words),
            Examples = Lines(Examples),
        };
        errors.AddWhen(rule.CheckedOn > today, "gecontroleerdOp", "De datum van de controle ligt in de toekomst.");
        foreach (var problem in RuleValidation.Problems(rule, isKnownBody))
        {
            errors.Add(problem.Field, problem.Message);
        }

        return rule;
    }

    private static string? LineOrNull(string? text) => TextSanitizer.CleanLine(text) is { Length: > 0 } line ? line : null;

    private static List<string> Lines(IReadOnlyList<string>? lines) =>
        [.. (lines ?? []).Select(TextSanitizer.CleanLine).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];

    private static T Slug<T>(string? slug, string field, string error, FieldErrors errors) where T : struct, Enum
    {
        errors.AddWhen(!EnumNames.TryParseSlug<T>(slug, out var value), field, error);
        return value;
    }

    private static List<T> Slugs<T>(IReadOnlyList<string>? slugs, string field, FieldErrors errors) where T : struct, Enum =>
        [.. (slugs ?? []).Select(slug => Slug<T>(slug, field, "Kies uit de lijst.", errors)).Distinct()];
}

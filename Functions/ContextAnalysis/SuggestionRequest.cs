using System.Text.Json;
using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis;

/// <summary>The fields of a report, none of them required; the reporter is accepted and ignored.</summary>
public sealed record SuggestionRequest : IReportTexts
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IDictionary<string, string?> Texts { get; init; } = new Dictionary<string, string?>();

    [JsonPropertyName("branche")]
    public string? Branche { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<string>? Themes { get; init; }

    [JsonPropertyName("regio")]
    public string? Region { get; init; }

    [JsonPropertyName("melder")]
    public JsonElement? Reporter { get; init; }

    internal ReportText ToText() => ReportText.Of(
        field => TextSanitizer.Clean(Texts.TryGetValue(field.Name, out var text) ? text : null),
        EnumNames.TryParseSlug<Branche>(Branche, out var branche) ? branche : null);
}

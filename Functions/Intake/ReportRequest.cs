using System.Text.Json.Serialization;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>A report as received from the API or the form, not validated.</summary>
public sealed record ReportRequest : IReportTexts
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

    /// <summary>The contact data; absent for an anonymous report.</summary>
    [JsonPropertyName("melder")]
    public ReporterRequest? Reporter { get; init; }
}

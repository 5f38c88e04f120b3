using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>A report as it comes in, from the API or from the form; nothing in it has been checked.</summary>
public sealed record ReportRequest
{
    [JsonPropertyName("titel")]
    public string? Title { get; init; }

    [JsonPropertyName("omschrijving")]
    public string? Description { get; init; }

    [JsonPropertyName("belemmering")]
    public string? Obstacle { get; init; }

    [JsonPropertyName("geprobeerd")]
    public string? Tried { get; init; }

    [JsonPropertyName("wens")]
    public string? Wish { get; init; }

    [JsonPropertyName("vermoedelijkeRegel")]
    public string? SuspectedRule { get; init; }

    [JsonPropertyName("gevolgen")]
    public string? Consequences { get; init; }

    [JsonPropertyName("branche")]
    public string? Branche { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<string>? Themes { get; init; }

    [JsonPropertyName("organisatie")]
    public string? Organisation { get; init; }

    [JsonPropertyName("regio")]
    public string? Region { get; init; }

    /// <summary>Absent for an anonymous report.</summary>
    [JsonPropertyName("melder")]
    public ReporterRequest? Reporter { get; init; }

    /// <summary>The texts by their names in the API.</summary>
    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, string?>> Texts =>
    [
        new("titel", Title), new("omschrijving", Description), new("belemmering", Obstacle), new("geprobeerd", Tried), new("wens", Wish),
        new("vermoedelijkeRegel", SuspectedRule), new("gevolgen", Consequences), new("organisatie", Organisation),
    ];
}

/// <summary>How the reporter can be reached, as it comes in.</summary>
public sealed record ReporterRequest
{
    [JsonPropertyName("naam")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("telefoon")]
    public string? Telephone { get; init; }
}

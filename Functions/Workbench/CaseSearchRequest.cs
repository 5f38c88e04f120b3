using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace RegelLoket.Workbench;

/// <summary>
/// A search by words with the filters of the queue. It is a body because the words often name a person.
/// </summary>
public sealed record CaseSearchRequest
{
    [JsonPropertyName("zoek")]
    public string? Search { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("signaal")]
    public string? Signal { get; init; }

    [JsonPropertyName("ministerie")]
    public string? Ministry { get; init; }

    [JsonPropertyName("thema")]
    public string? Theme { get; init; }

    [JsonPropertyName("branche")]
    public string? Branche { get; init; }

    [JsonPropertyName("behandelaar")]
    public string? Handler { get; init; }

    [JsonPropertyName("regel")]
    public string? Rule { get; init; }

    [JsonPropertyName("leeftijd")]
    public int? AtLeastDaysOld { get; init; }

    [JsonPropertyName("afgerond")]
    public string? WithClosed { get; init; }

    [JsonPropertyName("tab")]
    public string? Tab { get; init; }

    [JsonPropertyName("volgorde")]
    public string? Order { get; init; }

    [JsonPropertyName("pagina")]
    public int? Page { get; init; }

    /// <summary>Returns the fields as query values, so that one parser checks both.</summary>
    internal IQueryCollection AsQuery() => new QueryCollection(new Dictionary<string, string?>
    {
        ["zoek"] = Search,
        ["status"] = Status,
        ["signaal"] = Signal,
        ["ministerie"] = Ministry,
        ["thema"] = Theme,
        ["branche"] = Branche,
        ["behandelaar"] = Handler,
        ["regel"] = Rule,
        ["leeftijd"] = AtLeastDaysOld?.ToString(CultureInfo.InvariantCulture),
        ["afgerond"] = WithClosed,
        ["tab"] = Tab,
        ["volgorde"] = Order,
        ["pagina"] = Page?.ToString(CultureInfo.InvariantCulture),
    }.Where(value => value.Value is not null).ToDictionary(value => value.Key, value => new StringValues(value.Value)));
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library.OpenData;

/// <summary>
/// The library's record for data portals: DCAT-AP-NL 3.0 as JSON-LD. A test holds it against what the shapes of Geonovum ask.
/// </summary>
internal static class Catalogue
{
    public const string ContentType = "application/ld+json; charset=utf-8";
    public const string Licence = "https://creativecommons.org/publicdomain/zero/1.0/";

    private const string Publisher = "/#uitgever";

    private static readonly (string Name, string Title, string Description)[] Sets =
    [
        ("casussen", "Casussen", "Zaken over regels die in de weg zaten, met wat eruit kwam."),
        ("factsheets", "Factsheets", "Antwoorden op vragen over regels die veel organisaties stellen."),
        ("koplopers", "Koplopers", "Initiatieven die voorgaan in het oplossen van tekorten in zorg en welzijn."),
        ("experimenten", "Experimenten", "Wat organisaties uitprobeerden met de ruimte in de regels, ook als het niet werkte."),
    ];

    public static byte[] Write(LibraryView view, SiteOptions site, DateTimeOffset now)
    {
        string Address(string path) => new Uri(site.Address, path).AbsoluteUri;
        var modified = view.Items.Count == 0 ? now : view.Items.Max(item => item.ModifiedAt);
        JsonObject Reference(string address) => new() { ["@id"] = address };
        JsonObject Dutch(string text) => new() { ["@language"] = "nl", ["@value"] = text };
        JsonObject Typed(string value, string type) => new() { ["@type"] = type, ["@value"] = value };
        var updated = Typed(modified.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "xsd:dateTime");

        JsonObject Distribution(string id, string title, string download, string format, string media) => new()
        {
            ["@id"] = Address(id),
            ["@type"] = "dcat:Distribution",
            ["dct:title"] = Dutch(title),
            ["dcat:accessURL"] = Reference(Address(download)),
            ["dcat:downloadURL"] = Reference(Address(download)),
            ["dct:format"] = Reference($"http://publications.europa.eu/resource/authority/file-type/{format}"),
            ["dcat:mediaType"] = Reference($"http://www.iana.org/assignments/media-types/{media}"),
            ["dct:license"] = Reference(Licence),
        };
        var landing = new JsonObject { ["@id"] = Address("/bibliotheek"), ["@type"] = "foaf:Document" };

        var datasets = Sets.Select(set => (JsonNode)new JsonObject
        {
            ["@id"] = Address($"/v1/{set.Name}"),
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = Address($"/v1/{set.Name}"),
            ["dct:title"] = Dutch($"RegelLoket: {set.Title.ToLowerInvariant()}"),
            ["dct:description"] = Dutch(set.Description),
            ["dct:publisher"] = Reference(Address(Publisher)),
            ["dct:creator"] = Reference(Address(Publisher)),
            ["dcat:contactPoint"] = Reference(Address("/contact")),
            ["dct:modified"] = updated.DeepClone(),
            ["dct:accrualPeriodicity"] = Reference("http://publications.europa.eu/resource/authority/frequency/DAILY"),
            ["dct:accessRights"] = Reference("http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
            ["dct:language"] = Reference("http://publications.europa.eu/resource/authority/language/NLD"),
            ["dcat:theme"] = Reference("http://publications.europa.eu/resource/authority/data-theme/HEAL"),
            ["dcat:landingPage"] = landing.DeepClone(),
            ["dcat:distribution"] = new JsonArray(
                Distribution($"/v1/{set.Name}#json", $"{set.Title} als JSON", $"/v1/{set.Name}", "JSON", "application/json"),
                Distribution($"/v1/{set.Name}#csv", $"{set.Title} als CSV", $"/v1/{set.Name}?formaat=csv", "CSV", "text/csv"),
                Distribution($"/v1/{set.Name}#zip", "De hele bibliotheek als zip", "/v1/catalogus/dump", "ZIP", "application/zip")),
        });

        var service = new JsonObject
        {
            ["@id"] = Address("/v1"),
            ["@type"] = "dcat:DataService",
            ["dct:identifier"] = Address("/v1"),
            ["dct:title"] = Dutch("API van RegelLoket"),
            ["dct:description"] = Dutch("De bibliotheek per bladzijde en met filters, als JSON of CSV."),
            ["dcat:endpointURL"] = Reference(Address("/v1")),
            ["dcat:endpointDescription"] = Reference(Address("/v1/openapi.json")),
            ["dcat:servesDataset"] = new JsonArray([.. Sets.Select(set => (JsonNode)Reference(Address($"/v1/{set.Name}")))]),
            ["dct:publisher"] = Reference(Address(Publisher)),
            ["dcat:contactPoint"] = Reference(Address("/contact")),
            ["dct:accessRights"] = Reference("http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
            ["dcat:theme"] = Reference("http://publications.europa.eu/resource/authority/data-theme/HEAL"),
            ["dct:license"] = Reference(Licence),
        };
        var catalogue = new JsonObject
        {
            ["@context"] = new JsonObject
            {
                ["dcat"] = "http://www.w3.org/ns/dcat#",
                ["dct"] = "http://purl.org/dc/terms/",
                ["foaf"] = "http://xmlns.com/foaf/0.1/",
                ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
                ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
            },
            ["@id"] = Address("/v1/catalogus"),
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = Dutch("Bibliotheek van RegelLoket"),
            ["dct:description"] = Dutch("Wat er kan binnen de regels van zorg, welzijn en onderwijs: casussen, factsheets, "
                + "koplopers en experimenten."),
            ["dct:publisher"] = new JsonObject
            {
                ["@id"] = Address(Publisher),
                ["@type"] = "foaf:Agent",
                ["foaf:name"] = Dutch("RegelLoket, Actie Leer Netwerk"),
                ["foaf:homepage"] = Reference(Address("/"))
            },
            ["dcat:contactPoint"] = new JsonObject
            {
                ["@id"] = Address("/contact"),
                ["@type"] = new JsonArray("vcard:Kind", "vcard:Organization"),
                ["vcard:fn"] = "RegelLoket",
                ["vcard:hasEmail"] = Reference($"mailto:{site.Email}")
            },
            ["dct:license"] = Reference(Licence),
            ["dct:modified"] = updated,
            ["dct:language"] = Reference("http://publications.europa.eu/resource/authority/language/NLD"),
            ["foaf:homepage"] = Reference(Address("/bibliotheek")),
            ["dcat:dataset"] = new JsonArray([.. datasets]),
            ["dcat:service"] = new JsonArray(service),
        };
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(catalogue);
    }
}

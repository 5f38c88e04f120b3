using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library.OpenData;

/// <summary>
/// The library's record for data portals: DCAT-AP-NL 3.0 as JSON-LD. Its dates are those of the last change or
/// withdrawal in each set, so that it is the same, byte by byte, until something changes.
/// </summary>
internal static class Catalogue
{
    public const string ContentType = "application/ld+json; charset=utf-8";
    public const string Licence = "https://creativecommons.org/publicdomain/zero/1.0/";

    private const string Publisher = "/#uitgever";

    private static readonly (string Address, ItemKind? Kind, string Title, string Description)[] Sets =
    [
        (LibraryRoutes.ApiCases, ItemKind.PublishedCase, "Casussen", "Zaken over regels die in de weg zaten, met wat eruit kwam."),
        (LibraryRoutes.ApiFactsheets, ItemKind.Factsheet, "Factsheets",
            "Antwoorden op vragen over regels die veel organisaties stellen."),
        (LibraryRoutes.ApiFrontRunners, ItemKind.FrontRunner, "Koplopers",
            "Initiatieven die voorgaan in het oplossen van tekorten in zorg en welzijn, met hun resultaten in cijfers, hun "
                + "periode en bron: uitstroom, verzuim, medewerkers en besparing."),
        (LibraryRoutes.ApiExperiments, ItemKind.Experiment, "Experimenten",
            "Wat organisaties uitproberen met de ruimte in de regels, ook wat niet werkte of nog loopt."),
        (LibraryRoutes.ApiLaws, null, "Wetten en regels",
            "Per wet of regel wat erover gedeeld is: zaken, vragen, antwoorden en effecten, met de eigenaar."),
    ];

    public static byte[] Write(LibraryView view, SiteOptions site)
    {
        string Address(string path) => new Uri(site.Address, path).AbsoluteUri;
        JsonObject Reference(string address) => new() { ["@id"] = address };
        JsonObject Dutch(string text) => new() { ["@language"] = "nl", ["@value"] = text };
        JsonObject Typed(string value, string type) => new() { ["@type"] = type, ["@value"] = value };
        JsonObject? Changed(ItemKind? kind) => view.ChangedAt(kind) is { } moment ? Typed(
            moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture), "xsd:dateTime") : null;

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
        var landing = new JsonObject { ["@id"] = Address(SiteRoutes.Library), ["@type"] = "foaf:Document" };

        var datasets = Sets.Select(set => (JsonNode)new JsonObject
        {
            ["@id"] = Address(set.Address),
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = Address(set.Address),
            ["dct:title"] = Dutch($"RegelLoket: {set.Title.ToLowerInvariant()}"),
            ["dct:description"] = Dutch(set.Description),
            ["dct:publisher"] = Reference(Address(Publisher)),
            ["dct:creator"] = Reference(Address(Publisher)),
            ["dcat:contactPoint"] = Reference(Address(SiteRoutes.Contact)),
            ["dct:modified"] = Changed(set.Kind),
            ["dct:accrualPeriodicity"] = Reference("http://publications.europa.eu/resource/authority/frequency/DAILY"),
            ["dct:accessRights"] = Reference("http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
            ["dct:language"] = Reference("http://publications.europa.eu/resource/authority/language/NLD"),
            ["dcat:theme"] = Reference("http://publications.europa.eu/resource/authority/data-theme/HEAL"),
            ["dcat:landingPage"] = landing.DeepClone(),
            ["dcat:distribution"] = new JsonArray(
                Distribution($"{set.Address}#json", $"{set.Title} als JSON", set.Address, "JSON", "application/json"),
                Distribution($"{set.Address}#csv", $"{set.Title} als CSV", $"{set.Address}?formaat=csv", "CSV", "text/csv"),
                Distribution(
                    $"{set.Address}#zip", "De hele bibliotheek als zip", LibraryRoutes.ApiDump, "ZIP", "application/zip")),
        });

        var service = new JsonObject
        {
            ["@id"] = Address(ApiRoutes.Base),
            ["@type"] = "dcat:DataService",
            ["dct:identifier"] = Address(ApiRoutes.Base),
            ["dct:title"] = Dutch("API van RegelLoket"),
            ["dct:description"] = Dutch("De bibliotheek per bladzijde en met filters, als JSON of CSV."),
            ["dcat:endpointURL"] = Reference(Address(ApiRoutes.Base)),
            ["dcat:endpointDescription"] = Reference(Address(ApiRoutes.Document)),
            ["dcat:servesDataset"] = new JsonArray([.. Sets.Select(set => (JsonNode)Reference(Address(set.Address)))]),
            ["dct:publisher"] = Reference(Address(Publisher)),
            ["dcat:contactPoint"] = Reference(Address(SiteRoutes.Contact)),
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
            ["@id"] = Address(LibraryRoutes.ApiCatalogue),
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = Dutch("Bibliotheek van RegelLoket"),
            ["dct:description"] = Dutch("Wat er kan binnen de regels van zorg, welzijn en onderwijs: casussen, factsheets, "
                + "koplopers en experimenten."),
            ["dct:publisher"] = new JsonObject
            {
                ["@id"] = Address(Publisher),
                ["@type"] = "foaf:Agent",
                ["foaf:name"] = Dutch("RegelLoket, Actie Leer Netwerk"),
                ["foaf:homepage"] = Reference(Address(SiteRoutes.Start))
            },
            ["dcat:contactPoint"] = new JsonObject
            {
                ["@id"] = Address(SiteRoutes.Contact),
                ["@type"] = new JsonArray("vcard:Kind", "vcard:Organization"),
                ["vcard:fn"] = "RegelLoket",
                ["vcard:hasEmail"] = Reference($"mailto:{site.Email}")
            },
            ["dct:license"] = Reference(Licence),
            ["dct:modified"] = Changed(kind: null),
            ["dct:language"] = Reference("http://publications.europa.eu/resource/authority/language/NLD"),
            ["foaf:homepage"] = Reference(Address(SiteRoutes.Library)),
            ["dcat:dataset"] = new JsonArray([.. datasets]),
            ["dcat:service"] = new JsonArray(service),
        };
        foreach (var dated in catalogue["dcat:dataset"]!.AsArray().Append(catalogue).OfType<JsonObject>()
            .Where(dated => dated["dct:modified"] is null))
        {
            dated.Remove("dct:modified");
        }

        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(catalogue);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace RegelLoket.Tests.Privacy;

/// <summary>
/// What the XML schema of MDTO, version 1.0.1 of the Nationaal Archief (https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd), asks of
/// order,
/// number and type, written down for the elements that exist there. The schema itself states no licence and is therefore not kept here.
/// Stricter in one thing, as 1.0.2 is: a text may not be empty.
/// </summary>
internal static class MdtoModel
{
    public const string Namespace = "https://www.nationaalarchief.nl/mdto";

    private const string Concept = "begripLabel begripCode? begripBegrippenlijst";
    private const string Identification = "identificatieKenmerk identificatieBron";
    private const string Reference = "verwijzingNaam verwijzingIdentificatie?";
    private const string Term = "termijnTriggerStartLooptijd? termijnStartdatumLooptijd? termijnLooptijd? termijnEinddatum?";

    /// <summary>The children of an element in their order; ? is at most once, + at least once, * any number.</summary>
    private static readonly Dictionary<string, string> Children = new()
    {
        ["MDTO"] = "informatieobject|bestand",
        ["informatieobject"] = "identificatie+ naam aggregatieniveau? classificatie* trefwoord* omschrijving* raadpleeglocatie* "
            + "dekkingInTijd* dekkingInRuimte* taal* event* waardering bewaartermijn? "
            + "informatiecategorie? isOnderdeelVan* bevatOnderdeel* heeftRepresentatie* aanvullendeMetagegevens* "
            + "gerelateerdInformatieobject* archiefvormer+ betrokkene* activiteit? beperkingGebruik+",
        ["bestand"] = "identificatie+ naam omvang bestandsformaat checksum+ URLBestand? isRepresentatieVan",
        ["identificatie"] = Identification,
        ["verwijzingIdentificatie"] = Identification,
        ["begripBegrippenlijst"] = Reference,
        ["dekkingInRuimte"] = Reference,
        ["isOnderdeelVan"] = Reference,
        ["bevatOnderdeel"] = Reference,
        ["heeftRepresentatie"] = Reference,
        ["aanvullendeMetagegevens"] = Reference,
        ["archiefvormer"] = Reference,
        ["activiteit"] = Reference,
        ["isRepresentatieVan"] = Reference,
        ["eventVerantwoordelijkeActor"] = Reference,
        ["gerelateerdInformatieobjectVerwijzing"] = Reference,
        ["betrokkeneActor"] = Reference,
        ["aggregatieniveau"] = Concept,
        ["classificatie"] = Concept,
        ["waardering"] = Concept,
        ["informatiecategorie"] = Concept,
        ["dekkingInTijdType"] = Concept,
        ["eventType"] = Concept,
        ["bestandsformaat"] = Concept,
        ["checksumAlgoritme"] = Concept,
        ["beperkingGebruikType"] = Concept,
        ["gerelateerdInformatieobjectTypeRelatie"] = Concept,
        ["betrokkeneTypeRelatie"] = Concept,
        ["termijnTriggerStartLooptijd"] = Concept,
        ["dekkingInTijd"] = "dekkingInTijdType dekkingInTijdBegindatum dekkingInTijdEinddatum?",
        ["event"] = "eventType eventTijd? eventVerantwoordelijkeActor? eventResultaat?",
        ["bewaartermijn"] = Term,
        ["beperkingGebruikTermijn"] = Term,
        ["beperkingGebruik"] = "beperkingGebruikType beperkingGebruikNadereBeschrijving? beperkingGebruikDocumentatie* "
            + "beperkingGebruikTermijn?",
        ["gerelateerdInformatieobject"] = "gerelateerdInformatieobjectVerwijzing gerelateerdInformatieobjectTypeRelatie",
        ["betrokkene"] = "betrokkeneTypeRelatie betrokkeneActor",
        ["checksum"] = "checksumAlgoritme checksumWaarde checksumDatum",
    };

    private static readonly Dictionary<string, Func<string, bool>> Values = new()
    {
        ["omvang"] = text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        ["dekkingInTijdBegindatum"] = IsDay,
        ["dekkingInTijdEinddatum"] = IsDay,
        ["termijnStartdatumLooptijd"] = IsDay,
        ["termijnEinddatum"] = IsDay,
        ["eventTijd"] = IsMoment,
        ["checksumDatum"] = IsMoment,
        ["termijnLooptijd"] = text => Try(() => XmlConvert.ToTimeSpan(text)),
        ["taal"] = text => Regex.IsMatch(text, "^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$"),
    };

    /// <summary>What a document has that the schema does not allow; empty when it is valid.</summary>
    public static IReadOnlyList<string> Faults(XElement root) => [.. root.DescendantsAndSelf().SelectMany(FaultsOf)];

    private static IEnumerable<string> FaultsOf(XElement element)
    {
        var name = element.Name.LocalName;
        if (element.Name.NamespaceName != Namespace || element.Attributes().Any(a => !a.IsNamespaceDeclaration))
        {
            yield return $"{element.Name} is of another namespace or has an attribute";
        }
        else if (Children.TryGetValue(name, out var model))
        {
            var pattern = string.Concat(
                model.Split(' ').Select(part => part[^1] is '?' or '+' or '*' ? $"(?:{part[..^1]} ){part[^1]}"
                : $"(?:{part.Replace("|", " |", StringComparison.Ordinal)} )"));
            var children = string.Concat(element.Elements().Select(child => child.Name.LocalName + " "));
            if (!Regex.IsMatch(children, $"^{pattern}$") || element.Nodes().OfType<XText>()
                .Any(text => !string.IsNullOrWhiteSpace(text.Value)))
            {
                yield return $"{name} holds {children}";
            }
        }
        else if (element.HasElements || string.IsNullOrWhiteSpace(element.Value)
            || (Values.TryGetValue(name, out var holds) && !holds(element.Value)))
        {
            yield return $"{name} is '{element.Value}'";
        }
    }

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsMoment(string text) => Try(() => XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.RoundtripKind));

    private static bool Try(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

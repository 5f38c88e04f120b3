using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using RegelLoket.Cases;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Privacy;

/// <summary>
/// Writes MDTO (Metagegevens voor Duurzaam Toegankelijke Overheidsinformatie, Nationaal Archief) by its XML schema
/// 1.0.1: one document for the case, and one for each file that represents it, with size and checksum.
/// </summary>
internal static class MdtoDescription
{
    private const string OwnList = "RegelLoket";
    private static readonly XNamespace Mdto = "https://www.nationaalarchief.nl/mdto";

    /// <summary>Returns the case as an <c>informatieobject</c>.</summary>
    public static byte[] OfCase(CaseFile file, IReadOnlyList<ArchivedFile> representations)
    {
        var appraisal = Appraisal.Of(file.State.Outcome?.Kind);
        var ended = WorkingDays.DayOf(file.State.EndedAt ?? file.State.ChangedAt);
        return Write(new XElement(
            Mdto + "informatieobject",
            Identification("identificatie", file.Number.Value),
            new XElement(Mdto + "naam", NameOf(file.Number)),
            Term("aggregatieniveau", "Dossier", "Begrippenlijst Aggregatieniveaus MDTO"),
            file.State.Themes.Select(theme => new XElement(Mdto + "trefwoord", theme.Label())),
            new XElement(Mdto + "trefwoord", file.State.Branche.Label()),
            new XElement(Mdto + "omschrijving", file.State.Outcome is { } outcome ? "Melding van een knelpunt in de regels. "
                + $"Uitkomst: {outcome.Kind.Label()}." : "Melding van een knelpunt in de regels."),
            new XElement(
                Mdto + "dekkingInTijd", Term("dekkingInTijdType", "Looptijd van de zaak", OwnList),
                new XElement(Mdto + "dekkingInTijdBegindatum", Day(WorkingDays.DayOf(file.State.ReportedAt))),
                new XElement(Mdto + "dekkingInTijdEinddatum", Day(ended))),
            new XElement(Mdto + "taal", "nl"),
            file.Events.Select(e => new XElement(
                Mdto + "event", Term("eventType", EventTitles.Of(e.What), OwnList, EventTitles.TypeOf(e.What)),
                new XElement(Mdto + "eventTijd", Moment(e.At)),
                new XElement(
                    Mdto + "eventVerantwoordelijkeActor", new XElement(Mdto + "verwijzingNaam", Timeline.NameOf(e.By))))),
            Term("waardering", appraisal.KeptForGood ? "Blijvend te bewaren" : "Tijdelijk te bewaren",
                "Begrippenlijst Waarderingen MDTO",
                appraisal.KeptForGood ? "B" : "V"),
            appraisal.KeptForGood ? null : new XElement(
                Mdto + "bewaartermijn", Term("termijnTriggerStartLooptijd", "De zaak is afgerond", OwnList),
                new XElement(Mdto + "termijnStartdatumLooptijd", Day(ended)),
                new XElement(Mdto + "termijnLooptijd", $"P{appraisal.Years}Y"),
                new XElement(Mdto + "termijnEinddatum", Day(ended.AddYears(appraisal.Years)))),
            representations.Select(part => Reference("heeftRepresentatie", part.Name, $"{file.Number}/{part.Name}")),
            RelatedTo(file.State).Select(other => new XElement(
                Mdto + "gerelateerdInformatieobject",
                Reference("gerelateerdInformatieobjectVerwijzing", NameOf(other), other.Value),
                Term("gerelateerdInformatieobjectTypeRelatie", "Gaat over hetzelfde", OwnList))),
            new XElement(
                Mdto + "archiefvormer", new XElement(Mdto + "verwijzingNaam", "Actie Leer Netwerk, Ruimte in de regels")),
            new XElement(
                Mdto + "beperkingGebruik", Term("beperkingGebruikType", "Persoonsgegevens", OwnList),
                new XElement(
                    Mdto + "beperkingGebruikNadereBeschrijving", "De teksten kunnen over personen gaan. Wat openbaar is, "
                    + "staat apart in de bibliotheek."))));
    }

    /// <summary>Returns the cases about the same: merged, linked, or parts of the same report.</summary>
    private static IEnumerable<CaseNumber> RelatedTo(CaseState state) => state.MergedCases.Concat(state.Related)
        .Concat(state.Split?.Parts ?? []).Concat(state.FormerParts)
        .Concat(state.SplitFrom is { } origin ? [origin] : Array.Empty<CaseNumber>()).Distinct();

    /// <summary>Returns a file as a <c>bestand</c> that represents the case.</summary>
    public static byte[] OfFile(CaseNumber number, ArchivedFile file, DateTimeOffset now) => Write(new XElement(
        Mdto + "bestand",
        Identification("identificatie", $"{number}/{file.Name}"),
        new XElement(Mdto + "naam", file.Name),
        new XElement(Mdto + "omvang", file.Content.Length),
        Term("bestandsformaat", file.MediaType, "IANA Media types"),
        new XElement(
            Mdto + "checksum", Term("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"),
            new XElement(Mdto + "checksumWaarde", file.Hash), new XElement(Mdto + "checksumDatum", Moment(now))),
        Reference("isRepresentatieVan", NameOf(number), number.Value)));

    private static string NameOf(CaseNumber number) => $"Zaak {number}";

    private static XElement Term(string name, string label, string list, string? code = null) => new(
        Mdto + name, new XElement(Mdto + "begripLabel", label), code is null ? null : new XElement(Mdto + "begripCode", code),
        new XElement(Mdto + "begripBegrippenlijst", new XElement(Mdto + "verwijzingNaam", list)));

    private static XElement Identification(string name, string id) =>
        new(Mdto + name, new XElement(Mdto + "identificatieKenmerk", id), new XElement(Mdto + "identificatieBron", OwnList));

    private static XElement Reference(string name, string title, string id) =>
        new(Mdto + name, new XElement(Mdto + "verwijzingNaam", title), Identification("verwijzingIdentificatie", id));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static byte[] Write(XElement description)
    {
        using var target = new MemoryStream();
        using (var writer = XmlWriter.Create(
            target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new XDocument(new XElement(Mdto + "MDTO", description)).Save(writer);
        }

        return target.ToArray();
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>Whether a case is kept for good, or how long it is kept.</summary>
public sealed record Appraisal(bool KeptForGood, int Years)
{
    /// <summary>A case that changed a rule, or says on purpose why not, is kept for good; the others as long as they can be asked for.</summary>
    public static Appraisal Of(OutcomeKind? outcome) => outcome switch
    {
        OutcomeKind.Wetswijziging or OutcomeKind.RegelingAmvbAangepast or OutcomeKind.BeleidsregelAangepast or OutcomeKind.BewustZo => new(true, 0),
        OutcomeKind.OntheffingExperiment or OutcomeKind.Uitvoeringspraktijk => new(false, 10),
        _ => new(false, 5),
    };
}

/// <summary>A case that is over as a package for the archive: the dossier, its MDTO description, the stream of events and a list of hashes.</summary>
public static class ArchivePackage
{
    private static readonly XNamespace Mdto = "https://www.nationaalarchief.nl/mdto";
    private static readonly HtmlEncoder Html = HtmlEncoder.Default;

    public static byte[] Compose(CaseFile file, byte[] stream, DateTimeOffset now)
    {
        var files = new List<(string Name, byte[] Content)>
        {
            ("dossier.html", Encoding.UTF8.GetBytes(Dossier(file, now))),
            ("gebeurtenissen.jsonl", stream),
        };
        files.Add(("mdto.xml", Describe(file, files)));
        files.Add(("sha256.txt", Encoding.ASCII.GetBytes(string.Concat(files.Select(f => $"{Hash(f.Content)}  {f.Name}\n")))));
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry($"{file.Number}/{name}");
                entry.LastWriteTime = now;
                using var part = entry.Open();
                part.Write(content);
            }
        }

        return target.ToArray();
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Dossier(CaseFile file, DateTimeOffset now)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"nl\">\n<head><meta charset=\"utf-8\"><title>Dossier ").Append(file.Number).Append("</title></head>\n<body>\n");
        html.Append("<h1>Dossier ").Append(file.Number).Append("</h1>\n<p>").Append(Html.Encode(file.Title)).Append("</p>\n<dl>");
        foreach (var (term, value) in new[]
        {
            ("Status", file.State.Status.Label()), ("Ontvangen", Day(file.State.ReportedAt)), ("Branche", file.State.Branche.Label()),
            ("Thema's", string.Join(", ", file.State.Themes.Select(t => t.Label()))), ("Uitkomst", file.State.Outcome?.Kind.Label() ?? "–"), ("Gemaakt op", Day(now)),
        })
        {
            html.Append("<dt>").Append(Html.Encode(term)).Append("</dt><dd>").Append(Html.Encode(value)).Append("</dd>");
        }

        html.Append("</dl>\n<h2>Gebeurtenissen</h2>\n<ol>\n");
        foreach (var e in file.Events)
        {
            html.Append("<li><p>").Append(Html.Encode($"{Day(e.At)} · {e.By.Role.ToString()} {e.By.Name} · {e.What.GetType().Name}")).Append("</p>");
            foreach (var name in e.Texts?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
            {
                html.Append("<p><strong>").Append(Html.Encode(name)).Append("</strong><br>").Append(Html.Encode(file.Text(e.Text(name)) ?? "[gewist]").Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>");
            }

            html.Append("</li>\n");
        }

        return html.Append("</ol>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The record in MDTO 1.0, in the order of its schema.</summary>
    private static byte[] Describe(CaseFile file, IEnumerable<(string Name, byte[] Content)> files)
    {
        var appraisal = Appraisal.Of(file.State.Outcome?.Kind);
        var ended = file.State.ChangedAt;
        XElement Term(string name, string label, string list, string? code = null) => new(
            Mdto + name, new XElement(Mdto + "begripLabel", label), code is null ? null : new XElement(Mdto + "begripCode", code),
            new XElement(Mdto + "begripBegrippenlijst", new XElement(Mdto + "verwijzingNaam", list)));

        var description = new XElement(
            Mdto + "informatieobject",
            new XElement(Mdto + "identificatie", new XElement(Mdto + "identificatieKenmerk", file.Number.Value), new XElement(Mdto + "identificatieBron", "RegelLoket")),
            new XElement(Mdto + "naam", $"Zaak {file.Number}"),
            Term("aggregatieniveau", "Dossier", "Begrippenlijst Aggregatieniveaus MDTO"),
            new XElement(
                Mdto + "dekkingInTijd", Term("dekkingInTijdType", "Looptijd zaak", "RegelLoket"),
                new XElement(Mdto + "dekkingInTijdBegindatum", Day(file.State.ReportedAt)), new XElement(Mdto + "dekkingInTijdEinddatum", Day(ended))),
            new XElement(Mdto + "taal", "nl"),
            file.Events.Select(e => new XElement(
                Mdto + "event", Term("eventType", e.What.GetType().Name, "RegelLoket"),
                new XElement(Mdto + "eventTijd", e.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)))),
            Term("waardering", appraisal.KeptForGood ? "Blijvend te bewaren" : "Tijdelijk te bewaren", "Begrippenlijst Waarderingen MDTO", appraisal.KeptForGood ? "B" : "V"),
            appraisal.KeptForGood ? null : new XElement(
                Mdto + "bewaartermijn", new XElement(Mdto + "termijnStartdatumLooptijd", Day(ended)), new XElement(Mdto + "termijnLooptijd", $"P{appraisal.Years}Y"),
                new XElement(Mdto + "termijnEinddatum", Day(ended.AddYears(appraisal.Years)))),
            new XElement(Mdto + "archiefvormer", new XElement(Mdto + "verwijzingNaam", "Actie Leer Netwerk, Ruimte in de regels")),
            new XElement(Mdto + "beperkingGebruik", Term("beperkingGebruikType", "Persoonsgegevens", "Begrippenlijst Beperking Gebruik MDTO")));
        var parts = files.Select(f => new XComment($" {f.Name}: {f.Content.Length} bytes, SHA-256 {Hash(f.Content)} "));
        using var target = new MemoryStream();
        new XDocument(new XDeclaration("1.0", "utf-8", null), new XElement(Mdto + "MDTO", description), parts).Save(target);
        return target.ToArray();
    }

    private static string Day(DateTimeOffset moment) => WorkingDays.DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

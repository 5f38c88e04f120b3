using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Privacy;

/// <summary>A case that is over as a package: the page that shows it, and what is in it.</summary>
[Collection(AppCollection.Name)]
public sealed class ArchiveTests(AppFixture app)
{
    [Fact]
    public async Task Package_OfAnOpenCase_IsRefusedWithAReason()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        using var analyst = app.AsAnalyst();

        await journey.SendAsync(HttpMethod.Get, $"/v1/zaken/{journey.Number}/archiefpakket", null, 409, "Ans Analist");
        foreach (var page in new[] { "archief", "archiefpakket" })
        {
            using var refused = await analyst.GetAsync(new Uri($"/werkbank/zaken/{journey.Number}/{page}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("De zaak loopt nog.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var unknown = await analyst.GetAsync(new Uri($"/werkbank/zaken/RR-2026-00000/{page}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }

        Assert.DoesNotContain("/archief", await analyst.GetStringAsync(new Uri($"/werkbank/zaken/{journey.Number}", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_OfASharedCase_IsWholeDescribedAndTrue()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        using var analyst = app.AsAnalyst();
        var page = await analyst.GetStringAsync(new Uri($"/werkbank/zaken/{journey.Number}/archief", UriKind.Relative));

        var files = await UnpackAsync(analyst, $"/werkbank/zaken/{journey.Number}/archiefpakket", journey.Number);

        Assert.Equal(
            ["dossier.html", "dossier.html.mdto.xml", "gebeurtenissen.jsonl", "gebeurtenissen.jsonl.mdto.xml", "mdto.xml", "sha256.txt"],
            files.Keys.Order(StringComparer.Ordinal));
        var listed = Encoding.ASCII.GetString(files["sha256.txt"]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("  ")).ToDictionary(p => p[1], p => p[0]);
        Assert.Equal(files.Keys.Where(name => name != "sha256.txt").Order(StringComparer.Ordinal),
            listed.Keys.Order(StringComparer.Ordinal));
        Assert.All(listed, pair => Assert.Equal(pair.Value, HashOf(files[pair.Key])));
        Assert.Equal(files.Count, page.Split("class=\"wb-hash\"").Length - 1);
        Assert.All(files.Keys, name => Assert.Contains(name, page, StringComparison.Ordinal));
        Assert.Equal(files.Keys, (await UnpackAsync(analyst, $"/v1/zaken/{journey.Number}/archiefpakket", journey.Number)).Keys);

        var dossier = WebUtility.HtmlDecode(Encoding.UTF8.GetString(files["dossier.html"]));
        foreach (var expected in new[] { "<html lang=\"nl\">", "Bbl'er raakt WW kwijt", "Melding ontvangen", "Uitkomst: Het kan al",
            "Wat je mag", "UWV mag scholing toestaan", "Gedeeld in de bibliotheek" })
        {
            Assert.Contains(expected, dossier, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Mel Melder", dossier, StringComparison.Ordinal);
        Assert.DoesNotContain("OutcomeDetermined", dossier, StringComparison.Ordinal);
        AssertMdto(journey, files);
        Assert.Contains("archiefpakket",
            (await journey.SendAsync(HttpMethod.Get, $"/v1/zaken/{journey.Number}/inzagen", null, 200, "Ans Analist"))
            .ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mdto_InAnotherOrderOrWithAWrongDay_IsFound()
    {
        XNamespace mdto = MdtoModel.Namespace;
        XElement Name() => new(mdto + "naam", "Zaak");
        XElement Id(string source = "RegelLoket") =>
            new(mdto + "identificatie", new XElement(mdto + "identificatieKenmerk", "1"), new XElement(mdto + "identificatieBron", source));
        var wrong = new XElement(
            mdto + "MDTO", new XElement(mdto + "informatieobject", Name(), Id(""), new XElement(mdto + "termijnEinddatum", "31-12-2026")));

        Assert.Equal(3, MdtoModel.Faults(wrong).Count);
    }

    private static void AssertMdto(Journey journey, Dictionary<string, byte[]> files)
    {
        XNamespace mdto = MdtoModel.Namespace;
        var documents = files.Where(f => f.Key.EndsWith("mdto.xml", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => XDocument.Load(new MemoryStream(f.Value)).Root!);
        Assert.Equal(3, documents.Count);
        Assert.All(documents, d => Assert.Empty(MdtoModel.Faults(d.Value)));

        var described = documents["mdto.xml"].Element(mdto + "informatieobject")!;
        Assert.Equal("V", described.Element(mdto + "waardering")!.Element(mdto + "begripCode")!.Value);
        Assert.Equal("P5Y", described.Element(mdto + "bewaartermijn")!.Element(mdto + "termijnLooptijd")!.Value);
        Assert.Equal(files["gebeurtenissen.jsonl"].Count(b => b == '\n'), described.Elements(mdto + "event").Count());
        var references = described.Elements(mdto + "heeftRepresentatie")
            .Select(e => e.Descendants(mdto + "identificatieKenmerk").Single().Value);
        Assert.Equal([$"{journey.Number}/dossier.html", $"{journey.Number}/gebeurtenissen.jsonl"], references);
        var part = documents["dossier.html.mdto.xml"].Element(mdto + "bestand")!;
        Assert.Equal(HashOf(files["dossier.html"]), part.Descendants(mdto + "checksumWaarde").Single().Value);
        Assert.Equal(files["dossier.html"].Length.ToString(CultureInfo.InvariantCulture), part.Element(mdto + "omvang")!.Value);
    }

    private static async Task<Dictionary<string, byte[]>> UnpackAsync(HttpClient client, string path, string number)
    {
        using var zip = new ZipArchive(await client.GetStreamAsync(new Uri(path, UriKind.Relative)));
        return zip.Entries.ToDictionary(e => e.FullName[(number.Length + 1)..], e =>
        {
            using var content = new MemoryStream();
            using var part = e.Open();
            part.CopyTo(content);
            return content.ToArray();
        });
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

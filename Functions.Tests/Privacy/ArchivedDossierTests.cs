using System.Text;
using System.Xml.Linq;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Privacy;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Privacy;

/// <summary>The case as one page that needs nothing else to be read, now and in twenty years.</summary>
public sealed class ArchivedDossierTests
{
    [Fact]
    public void Write_Case_TellsItsFactsAndEachStepInOrder()
    {
        var html = Written(CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.AssignedTo("Ans"), CaseFiles.Escalated(Ministry.Vws),
            new MinistryAnswered(Ministry.Vws, Late: false), CaseFiles.Outcome()));

        Assert.Contains("<h1>Dossier RR-2026-7KQ4M</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Uitkomst</dt><dd>Het kan al, ", html, StringComparison.Ordinal);
        Assert.Contains($"<dd>{Ministry.Vws.Label()}: ", html, StringComparison.Ordinal);
        Assert.Equal(5, html.Split("<li>").Length - 1);
        Assert.DoesNotContain("<dt>Speelt ook bij</dt>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextsOfPeople_AreEncoded()
    {
        var html = Written(CaseFiles.Of(CaseFiles.Reported(), CaseFiles.AssignedTo("<b>Ans</b>"))
            .WithText(1, TextNames.Title, "Prikken & <script>alert(1)</script>").WithText(1, TextNames.Description, "é \"ja\""));

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("Prikken &amp; &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("é &quot;ja&quot;", html, StringComparison.Ordinal);
    }

    /// <summary>The erasure of a person counts from the outcome; a dossier runs until it is closed.</summary>
    [Fact]
    public void OfCase_ClosedAfterItsOutcome_RunsUntilTheDayOfClosing()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome(), new NoteAdded(), new CaseClosed());
        XNamespace mdto = "https://www.nationaalarchief.nl/mdto";

        var described = XDocument.Parse(Encoding.UTF8.GetString(MdtoDescription.OfCase(file, []))).Root!.Descendants();

        Assert.Equal($"{WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(3)):yyyy-MM-dd}",
            described.Single(element => element.Name == mdto + "dekkingInTijdEinddatum").Value);
    }

    [Fact]
    public void OfFile_Representation_HasItsSizeAndChecksum()
    {
        var dossier = new ArchivedFile("dossier.html", "Het dossier", "text/html", "inhoud"u8.ToArray());

        var xml = Encoding.UTF8.GetString(MdtoDescription.OfFile(CaseFiles.Number, dossier, CaseFiles.ReportedAt));
        XNamespace mdto = "https://www.nationaalarchief.nl/mdto";
        var file = XDocument.Parse(xml).Root!.Element(mdto + "bestand")!;

        Assert.Equal("6", file.Element(mdto + "omvang")!.Value);
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("inhoud"u8)),
            file.Descendants(mdto + "checksumWaarde").Single().Value.ToLowerInvariant());
        Assert.Equal("2026-11-23T10:00:00Z", file.Descendants(mdto + "checksumDatum").Single().Value);
    }

    private static string Written(CaseFile file) => Encoding.UTF8.GetString(ArchivedDossier.Write(file, CaseFiles.ReportedAt));
}

using System.Net;
using RegelLoket.Tests.Library;
using RegelLoket.Tests.Web.Handouts;

namespace RegelLoket.Tests.Outcome;

/// <summary>Who gets the handout of an outcome, as a page and as a file.</summary>
[Collection(AppCollection.Name)]
public sealed class OutcomeHandoutPagesTests(AppFixture app)
{
    [Fact]
    public async Task Handout_ForTheReporter_HoldsTheAnswerAndNotTheReporter()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        using var reporter = new FormVisitor(app);
        await reporter.GetAsync("/volgen");
        using var opened = await reporter.PostAsync("/volgen", ("zaaknummer", journey.Number), ("code", journey.Code));

        Assert.Contains("href=\"/volgen/op-papier\"", await reporter.GetAsync("/volgen/melding"), StringComparison.Ordinal);
        var page = await reporter.GetAsync("/volgen/op-papier");
        using var file = await reporter.OpenAsync("/volgen/op-papier.pdf");

        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.True(file.Headers.CacheControl!.NoStore);
        using var pdf = new ReadPdf(await file.Content.ReadAsByteArrayAsync());
        foreach (var text in new[] { page, pdf.Letters })
        {
            Assert.Contains("Werkloosheidswet", text, StringComparison.Ordinal);
            Assert.Contains("BWBR0004045", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Melder", text, StringComparison.Ordinal);
            Assert.DoesNotContain("zij-instromersopleiden", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain(journey.Number, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/volgen/op-papier")]
    [InlineData("/volgen/op-papier.pdf")]
    public async Task Handout_ForSomebodyElse_IsNotGiven(string address)
    {
        using var answer = await app.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.False(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Handout_ForAnAnalyst_IsThereOnceTheOutcomeIs()
    {
        var undecided = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await undecided.ReportAsync();
        var journey = await PublicationTests.DecidedAsync(app);
        using var analyst = app.AsAnalyst();

        using var none = await analyst.GetAsync(new Uri($"/werkbank/zaken/{undecided.Number}/oplossing/op-papier", UriKind.Relative));
        using var page = await analyst.GetAsync(new Uri($"/werkbank/zaken/{journey.Number}/oplossing/op-papier", UriKind.Relative));
        using var file = await analyst.GetAsync(new Uri($"/werkbank/zaken/{journey.Number}/oplossing/op-papier.pdf", UriKind.Relative));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK], [none.StatusCode, page.StatusCode, file.StatusCode]);
        Assert.Contains(
            $"/werkbank/zaken/{journey.Number}/oplossing/op-papier",
            await analyst.GetStringAsync(new Uri($"/werkbank/zaken/{journey.Number}/oplossing", UriKind.Relative)),
            StringComparison.Ordinal);
    }
}

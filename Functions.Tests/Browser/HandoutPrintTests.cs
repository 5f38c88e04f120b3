using Microsoft.Playwright;
using RegelLoket.Library;
using RegelLoket.Library.Items;
using RegelLoket.Tests.Web.Handouts;

namespace RegelLoket.Tests.Browser;

/// <summary>The handout and the page of a law in a browser: without violations, and the handout printed as one A4.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HandoutPrintTests(BrowserFixture browser)
{
    [Fact]
    public async Task Handout_OfEveryFactsheetOfTheSeeds_IsPrintedOnOneA4()
    {
        await using var visitor = await browser.VisitAsync(javaScript: false);
        foreach (var item in LibrarySeed.Items().OfType<Factsheet>())
        {
            await visitor.Page.GotoAsync($"/bibliotheek/{item.Id}/op-papier");
            using var print = new ReadPdf(await visitor.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));

            Assert.Equal(1, print.Pages);
            Assert.Equal((595, 842), (Math.Round(print.Sizes[0].Width), Math.Round(print.Sizes[0].Height)));
            var words = string.Concat(item.WhatYouMay.Where(sign => !char.IsWhiteSpace(sign)));
            Assert.Contains(words, print.Letters, StringComparison.Ordinal);
            Assert.DoesNotContain("DownloadalsPDF", print.Letters, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/bibliotheek/mag-een-helpende-insuline-prikken/op-papier")]
    [InlineData("/bibliotheek/mag-een-helpende-insuline-prikken")]
    [InlineData("/bibliotheek/wetten/BWBR0006251")]
    public async Task Page_OfAHandoutOrALaw_HasNoViolations(string address)
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.Page.GotoAsync(address);

        await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, address);
    }
}

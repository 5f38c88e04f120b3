using Microsoft.Playwright;
using RegelLoket.Tests.Attachments;

namespace RegelLoket.Tests.Browser;

/// <summary>Files in a real browser: chosen, refused, taken, with axe in each state; and a photo that still stands upright.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FilesTests(BrowserFixture browser)
{
    [Fact]
    public async Task Reporter_WithFiles_SeesWhatIsWrongAndWhatWasTaken()
    {
        await using var visitor = await browser.VisitAsync();
        var journey = new Journey(name => name is null ? browser.App.NewClient() : browser.App.AsAnalyst(name));
        await journey.ReportAsync();
        await PublicationJourneyTests.OpenReportAsync(visitor, journey);
        await visitor.NavigateAsync(() => visitor.Page.GetByText("Voeg een brief, foto of ander bestand toe").ClickAsync());
        await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, "own files, none");

        // Refused here, before anything is sent.
        await visitor.Page.SetInputFilesAsync("[name=bestand]", new FilePayload
        { Name = "groot.pdf", MimeType = "application/pdf", Buffer = new byte[(10 * 1024 * 1024) + 1] });
        await visitor.Page.Locator("[role=alert]:has-text('groot.pdf (10,1 MB)')").WaitForAsync();
        await visitor.Page.EvaluateAsync("window.stayed = true");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Toevoegen" }).ClickAsync();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.stayed === true"));
        await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, "own files, one too large");

        await ChooseAsync(visitor, ("lijst.docx", "PK"u8.ToArray()));
        Assert.StartsWith("Fout: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, "own files with an error");

        await ChooseAsync(
            visitor, ("foto.jpg", TestImages.Jpeg(6)), ("brief van de gemeente met een lange naam zonder einde.pdf", TestPdf.Of()));
        await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, "own files, two");
        var photo = await visitor.Page.EvaluateAsync<int[]>("""
            async () => {
                const answer = await fetch(document.querySelector('.rl-files a').href);
                const picture = await createImageBitmap(await answer.blob(), { imageOrientation: 'from-image' });
                return [picture.width, picture.height];
            }
            """);
        Assert.Equal([8, 16], photo);

        await visitor.NavigateAsync(() => visitor.Page.Locator(".rl-files button").First.ClickAsync());
        Assert.Equal(1, await visitor.Page.Locator(".rl-files li").CountAsync());
        await visitor.Page.GotoAsync("/volgen/melding");
        await AccessibilityTests.CheckAsync(visitor.Page, "report with a file");
        await visitor.Page.GotoAsync("/volgen/gegevens");
        await AccessibilityTests.CheckAsync(visitor.Page, "own data with a file");

        await using var analyst = await browser.VisitAsync(role: "analist");
        await analyst.Page.GotoAsync($"/werkbank/zaken/{journey.Number}/bestanden");
        await AccessibilityTests.CheckInBothSchemesAsync(analyst.Page, "files of a case");
    }

    private static Task ChooseAsync(Visitor visitor, params (string Name, byte[] Content)[] files) => visitor.NavigateAsync(async () =>
    {
        await visitor.Page.SetInputFilesAsync("[name=bestand]", files.Select(file => new FilePayload
        {
            Name = file.Name,
            MimeType = "application/octet-stream",
            Buffer = file.Content,
        }));
        await visitor.ClickAsync("Toevoegen");
    });
}

using RegelLoket.Insight.Pages;
using RegelLoket.Tests.Browser;
using RegelLoket.Tests.Web;

namespace RegelLoket.Tests.Insight;

/// <summary>The figures with something to show, in a real browser: readable on every width and without a script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChartBrowserTests(BrowserFixture browser)
{
    /// <summary>1280 pixels at 400 % are 320.</summary>
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Charts_OnAnyWidth_HaveTextOf16PixelsAndBarsThatFit(int width)
    {
        await using var pages = new Rendered();
        var html = await pages.HtmlAsync<FiguresPage>(FiguresPageTests.Parameters());
        await using var visitor = await browser.VisitAsync(width: width, height: 900, javaScript: false);
        await visitor.Page.RouteAsync("**/cijfers", route => route.FulfillAsync(new() { Body = html, ContentType = "text/html" }));

        await visitor.Page.GotoAsync("/cijfers");

        var bars = await visitor.Page.Locator(".rl-bars meter").AllAsync();
        Assert.True(bars.Count > 8, $"{bars.Count} bars");
        foreach (var bar in bars)
        {
            var box = (await bar.BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= width && box.Width > 60 && box.Height >= 16, $"a bar is {box.Width} wide");
        }

        foreach (var text in await visitor.Page.Locator(".rl-bars dt, .rl-bars dd span, .rl-chart p, .rl-keys dt").AllAsync())
        {
            var box = (await text.BoundingBoxAsync())!;
            var size = await text.EvaluateAsync<string>("element => getComputedStyle(element).fontSize");
            Assert.True(double.Parse(size[..^2], System.Globalization.CultureInfo.InvariantCulture) >= 16, $"{size}");
            Assert.True(box.X + box.Width <= width + 1, "text sticks out");
        }
    }

    [Fact]
    public async Task Charts_WithFigures_HaveNoViolations()
    {
        await using var pages = new Rendered();
        var html = await pages.HtmlAsync<FiguresPage>(FiguresPageTests.Parameters());
        await using var visitor = await browser.VisitAsync();
        await visitor.Page.RouteAsync("**/cijfers", route => route.FulfillAsync(new() { Body = html, ContentType = "text/html" }));

        await visitor.Page.GotoAsync("/cijfers");

        await AccessibilityTests.CheckInBothSchemesAsync(visitor.Page, "figures with charts");
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>A reporter may not know the themes; whoever analyses the case chooses them with the context.</summary>
[Collection(AppCollection.Name)]
public sealed class ChosenThemesTests(AppFixture app)
{
    [Fact]
    public async Task PutContextAnalysis_WithThemes_ChoosesThemAndWithoutLeavesThem()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();

        var wrong = await reported.PutAsync("/contextanalyse", With(["onzin"]));
        var chosen = await reported.PutAsync("/contextanalyse", With(["leven-lang-ontwikkelen", "arbeidsinnovatie"]));
        await reported.AnalyseAsync();
        var again = await reported.PutAsync("/contextanalyse", With(["arbeidsinnovatie", "leven-lang-ontwikkelen"]));

        Assert.Equal((400, 200, 200), (wrong.Status, chosen.Status, again.Status));
        Assert.Equal(["themas"], wrong.Body.WrongFields());
        Assert.Equal(["arbeidsinnovatie", "leven-lang-ontwikkelen"], (await reported.GetAsync()).GetProperty("themas").EnumerateArray()
            .Select(theme => theme.GetString()).Order(StringComparer.Ordinal));
        var file = await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(reported.Number), default);
        Assert.Single(file!.Events, e => e.What is ContextAnalysed { Themes: not null });
    }

    [Fact]
    public async Task ContextForm_OfACase_BeginsWithItsThemes()
    {
        var reported = await TestCase.ReportAsync(app);
        using var analyst = app.AsAnalyst(TestCase.Author);

        var page = WebUtility.HtmlDecode(await analyst.GetStringAsync($"/werkbank/zaken/{reported.Number}/context"));

        Assert.Contains($"Thema's: {Theme.WerkenNaarTalent.Label()}", page, StringComparison.Ordinal);
    }

    private static object With(string[] themes) => new
    {
        bron = "wet",
        regels = new[] { new { bwbId = "BWBR0006251", citeertitel = "Wet BIG", artikel = "36", gecontroleerdOp = "2025-01-15" } },
        ministeries = new[] { "vws" },
        uitvoerder = "igj",
        themas = themes,
        toelichting = "In opdracht mag een bekwame collega dit ook doen.",
    };
}

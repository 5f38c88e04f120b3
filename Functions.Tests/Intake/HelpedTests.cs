using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Intake.Drafts;
using RegelLoket.Library.Search;

namespace RegelLoket.Tests.Intake;

/// <summary>The way from the second page of the form to the third, past what was published: it may help, and not after all.</summary>
[Collection(AppCollection.Name)]
public sealed partial class HelpedTests(AppFixture app)
{
    private const string Factsheet = "mag-een-helpende-insuline-prikken";

    [Fact]
    public async Task Helped_KeepsTheDraftAndCountsOnce_AndIsUndoneByGoingOn()
    {
        using var visitor = await AtSimilarAsync();
        var before = await HelpedAsync();

        var page = await visitor.GetAsync("/melden/vergelijkbaar");
        using var helped = await visitor.PostAsync("/melden/vergelijkbaar", ("helpt", Factsheet));
        using var again = await visitor.PostAsync("/melden/vergelijkbaar", ("helpt", Factsheet));
        var goodbye = await visitor.GetAsync(helped.Headers.Location!.ToString());
        var counted = await HelpedAsync();
        var start = await visitor.GetAsync("/melden");
        await visitor.GetAsync(helped.Headers.Location!.ToString());
        using var undone = await visitor.PostAsync("/melden/geholpen");
        using var twice = await visitor.PostAsync("/melden/geholpen");

        Assert.Contains("Dit helpt mij", page, StringComparison.Ordinal);
        Assert.Contains("Je concept is er nog", goodbye, StringComparison.Ordinal);
        Assert.Equal((before + 1, before), (counted, await HelpedAsync()));
        Assert.Contains($"/melden/geholpen?antwoord={Factsheet}", start, StringComparison.Ordinal);
        Assert.Equal((FormStep.Rule.Address, FormStep.Rule.Address),
            (undone.Headers.Location?.ToString(), twice.Headers.Location?.ToString()));
        Assert.Contains("insuline prikken bij een cli", await visitor.GetAsync(FormStep.Goal.Address), StringComparison.Ordinal);
    }

    /// <summary>Whoever goes back in the browser and on with the form says the same as with the button.</summary>
    [Fact]
    public async Task Helped_FormGoesOnAllTheSame_TakesTheCountBack()
    {
        using var visitor = await AtSimilarAsync();
        var before = await HelpedAsync();
        await visitor.GetAsync("/melden/vergelijkbaar");
        using var helped = await visitor.PostAsync("/melden/vergelijkbaar", ("helpt", Factsheet));
        var counted = await HelpedAsync();

        await visitor.GetAsync(FormStep.Rule.Address);
        using var on = await visitor.PostAsync(FormStep.Rule.Address, ("vermoedelijkeRegel", "Wet BIG"));

        Assert.Equal(FormStep.Consequences.Address, on.Headers.Location?.ToString());
        Assert.Equal((before + 1, before), (counted, await HelpedAsync()));
    }

    [Fact]
    public async Task Helped_DraftIsWiped_NothingOfItIsLeft()
    {
        using var visitor = await AtSimilarAsync();
        await visitor.GetAsync("/melden/vergelijkbaar");
        using var helped = await visitor.PostAsync("/melden/vergelijkbaar", ("helpt", Factsheet));

        await visitor.GetAsync(helped.Headers.Location!.ToString());
        using var wiped = await visitor.PostAsync("/melden/klaar");

        Assert.Equal("/", wiped.Headers.Location?.ToString());
        Assert.DoesNotContain("Je bent al begonnen", await visitor.GetAsync("/melden"), StringComparison.Ordinal);
    }

    /// <summary>However the third page is reached: by its address, or with the code of a kept draft.</summary>
    [Fact]
    public async Task Rule_BeforeSimilarWasSeen_LeadsThere()
    {
        using var visitor = await AtSimilarAsync("bewaren");
        var code = Code().Match(await visitor.GetAsync("/melden/bewaren")).Groups[1].Value;
        using var elsewhere = new FormVisitor(app);
        await elsewhere.GetAsync("/melden/verder");

        using var resumed = await elsewhere.PostAsync("/melden/verder", ("code", code));
        var page = await elsewhere.GetAsync(FormStep.Obstacle.Address);
        using var on = await elsewhere.SubmitAsync(page, typed: ("belemmering", "Alleen een verpleegkundige mag insuline prikken."));
        using var skipped = await elsewhere.OpenAsync(FormStep.Rule.Address);
        var similar = await elsewhere.GetAsync("/melden/vergelijkbaar");
        using var third = await elsewhere.OpenAsync(FormStep.Rule.Address);

        Assert.Equal(FormStep.Obstacle.Address, resumed.Headers.Location?.ToString());
        Assert.Equal("/melden/vergelijkbaar", on.Headers.Location?.ToString());
        Assert.Equal("/melden/vergelijkbaar", skipped.Headers.Location?.ToString());
        Assert.Contains("Dit helpt mij", similar, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task Themes_NotKnown_IsAnAnswer()
    {
        using var visitor = await AtSimilarAsync();
        var page = await visitor.GetAsync(FormStep.Place.Address);

        using var empty = await visitor.PostAsync(FormStep.Place.Address, ("branche", "ouderenzorg"));
        using var unknown = await visitor.PostAsync(FormStep.Place.Address, ("branche", "ouderenzorg"), ("themas", "weet-ik-niet"));

        Assert.Contains("Zorgen dat collega", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Beperken uitstroom", page, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(FormStep.Contact.Address, unknown.Headers.Location?.ToString());
        Assert.Contains("Weet ik niet", await visitor.GetAsync("/melden/controle"), StringComparison.Ordinal);
    }

    private async Task<FormVisitor> AtSimilarAsync(string action = "verder")
    {
        var visitor = new FormVisitor(app);
        await visitor.GetAsync("/melden");
        using var begun = await visitor.PostAsync("/melden");
        using var goal = await visitor.PostAsync(FormStep.Goal.Address,
            ("omschrijving", "Een helpende wil insuline prikken bij een cliënt."), ("titel", "Insuline prikken door een helpende"));
        using var obstacle = await visitor.PostAsync(FormStep.Obstacle.Address,
            ("belemmering", "Alleen een verpleegkundige mag insuline prikken."), ("actie", action));
        return visitor;
    }

    private async Task<int> HelpedAsync()
    {
        var view = await app.Services.GetRequiredService<LibraryCache>().ReloadAsync(default);
        return view.SharedBy(view.Find(Factsheet)!).Helped;
    }

    [GeneratedRegex("rl-code\"[^>]*>([^<]+)<")]
    private static partial Regex Code();
}

using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Library.Editing;

namespace RegelLoket.Tests.Library;

/// <summary>Nothing goes online before a second person has read that version.</summary>
[Collection(AppCollection.Name)]
public sealed class SecondReaderTests(AppFixture app)
{
    private readonly EditorialDesk desk = new(app);

    [Fact]
    public async Task Proposal_ByOnePerson_IsOnlineOnceAnotherHasReadThatVersion()
    {
        var id = EditorialDesk.NewId();
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een huismeester helpen?"));
        using var before = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        await desk.PostAsync($"items/{id}/goedkeuringen", new { versie = 1 }, 409);
        await desk.PostAsync($"items/{id}/goedkeuringen", new { }, 400);
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een huismeester meehelpen?", version: 1));
        await desk.SendAsync(HttpMethod.Post, $"items/{id}/goedkeuringen", new { versie = 1 }, 409, app.AsAnalyst());

        Assert.Equal(3, (await desk.ApproveAsync(id, 2)).GetProperty("versie").GetInt32());
        Assert.Equal(3, (await desk.ApproveAsync(id, 2)).GetProperty("versie").GetInt32());
        Assert.Contains("meehelpen", await desk.GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
        Assert.DoesNotContain(await desk.WaitingAsync(), edition => edition.Id == id);
    }

    /// <summary>What once went online by one person in one click.</summary>
    [Fact]
    public async Task Proposal_OfOneSentence_WaitsWithEverybodyButItsWriterAndIsNotOnline()
    {
        using var writer = new FormVisitor(app, "coordinator");
        using var reader = new FormVisitor(app, "analist");
        var title = $"Mag het {EditorialDesk.NewId()}?";
        var form = await writer.GetAsync("/werkbank/redactie/nieuw-factsheet");

        using var saved = await writer.SubmitPreviewedAsync(form, "/werkbank/redactie/nieuw-factsheet",
            ("titel", title), ("probleem", "Dat mag soms."), ("watMagJe", "Dat mag soms."), ("watZegtDeRegel", "Dat mag soms."),
            ("uitkomst", "het-kan-al"), ("themas", "leven-lang-ontwikkelen"), ("stap", "voorleggen"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var id = saved.Headers.Location!.ToString().Split('/', '?')[3];
        using var online = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, online.StatusCode);
        Assert.Contains($"/werkbank/redactie/{id}/voorstel", await reader.GetAsync("/werkbank"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/werkbank/redactie/{id}/voorstel", await writer.GetAsync("/werkbank"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/werkbank/redactie/{id}/voorstel", await reader.GetAsync("/werkbank?tab=alle"), StringComparison.Ordinal);
        await desk.ApproveAsync(id, 1);
        Assert.DoesNotContain($"/werkbank/redactie/{id}/voorstel", await reader.GetAsync("/werkbank"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_OfAnOlderVersion_ShowsBothSideBySideAndPutsNothingOnline()
    {
        var id = EditorialDesk.NewId();
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een chauffeur helpen?"));
        using var reader = new FormVisitor(app, "analist");
        var page = await reader.GetAsync($"/werkbank/redactie/{id}/voorstel");
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een chauffeur tillen?", version: 1));

        var refused = await desk.SendAsync(
            HttpMethod.Post, $"items/{id}/goedkeuringen", new { versie = 1 }, 409, app.AsAnalyst());
        using var onPage = await reader.SubmitAsync(page, $"/werkbank/redactie/{id}/goedkeuren", ("versie", "1"));

        var newer = refused.GetProperty("nieuwereTekst");
        Assert.Contains("tillen", newer.GetProperty("teksten").ToString(), StringComparison.Ordinal);
        Assert.Contains("helpen", newer.GetProperty("gelezen").ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, onPage.StatusCode);
        var both = await onPage.Content.ReadAsStringAsync();
        Assert.All(["Wat jij las", "Mag een chauffeur helpen?", "Wat er nu staat", "Mag een chauffeur tillen?"],
            words => Assert.Contains(words, both, StringComparison.Ordinal));
        using var online = await app.Http.GetAsync(new Uri($"/bibliotheek/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, online.StatusCode);
    }

    [Fact]
    public async Task Proposal_SentBack_KeepsItsTextAndWaitsAgainOnceItIsChanged()
    {
        var id = EditorialDesk.NewId();
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een kok meelopen?"));
        await desk.SendAsync(
            HttpMethod.Post, $"items/{id}/terugsturingen", new { versie = 1, reden = "" }, 400, app.AsAnalyst());
        Assert.Contains(await desk.WaitingAsync(), edition => edition.Id == id);

        await desk.SendAsync(
            HttpMethod.Post, $"items/{id}/terugsturingen", new { versie = 1, reden = "Noem het artikel." }, 200,
            app.AsAnalyst());

        Assert.DoesNotContain(await desk.WaitingAsync(), edition => edition.Id == id);
        await desk.SendAsync(HttpMethod.Post, $"items/{id}/goedkeuringen", new { versie = 1 }, 409, app.AsAnalyst());
        using var coordinator = app.AsCoordinator();
        var form = await coordinator.GetStringAsync(new Uri($"/werkbank/redactie/{id}", UriKind.Relative));
        Assert.Contains("Noem het artikel.", form, StringComparison.Ordinal);
        Assert.Contains("Mag een kok meelopen?", form, StringComparison.Ordinal);
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een kok een dag meelopen?", version: 2));
        Assert.Contains(await desk.WaitingAsync(), edition => edition is { Version: 3 } && edition.Id == id);
        await desk.ApproveAsync(id, 3);
        Assert.Contains("een dag meelopen", await desk.GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_OfAnItemThatIsOnline_LeavesItUntouchedAndBlocksItsReview()
    {
        var id = EditorialDesk.NewId();
        await desk.PublishAsync(id, EditorialDesk.Sheet("Mag een buur helpen?"));
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een buurvrouw helpen?", version: 2));

        await desk.PostAsync($"items/{id}/controles", new { nakijkenVoor = await desk.TodayAsync(400) }, 409);
        await ActivatorUtilities.CreateInstance<EditionReconciler>(app.Services)
            .ReconcileEditions(new TimerInfo(), default);

        Assert.Contains("Mag een buur helpen?", await desk.GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
        Assert.Equal(3, (await desk.WaitingAsync()).Single(edition => edition.Id == id).Version);
    }

    [Fact]
    public async Task ProposalPage_ReadByAColleague_ShowsTheTextAndPutsItOnline()
    {
        var id = EditorialDesk.NewId();
        await desk.PutAsync(id, EditorialDesk.Sheet("Mag een tuinman helpen?"));
        using var writer = app.AsCoordinator();
        var own = await writer.GetStringAsync(new Uri($"/werkbank/redactie/{id}/voorstel", UriKind.Relative));
        using var reader = new FormVisitor(app, "analist");
        var list = await reader.GetAsync("/werkbank/bibliotheek");
        var page = await reader.GetAsync($"/werkbank/redactie/{id}/voorstel");

        Assert.Contains("Dit mag gewoon.", page, StringComparison.Ordinal);
        Assert.Contains("Zet online", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Zet online", own, StringComparison.Ordinal);
        Assert.Contains($"/werkbank/redactie/{id}/voorstel", list, StringComparison.Ordinal);
        using var done = await reader.SubmitAsync(page, $"/werkbank/redactie/{id}/goedkeuren", ("versie", "1"));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("Mag een tuinman helpen?", await desk.GetAsync($"/bibliotheek/{id}"), StringComparison.Ordinal);
        using var late = await reader.SubmitAsync(
            page, $"/werkbank/redactie/{id}/terugsturen", ("versie", "1"), ("reden", "Toch niet."));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Toch niet.", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

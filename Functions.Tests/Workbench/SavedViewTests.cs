using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>Views that are kept under a name: whose they are, who sees them, and what may not be in them.</summary>
[Collection(AppCollection.Name)]
public sealed class SavedViewTests(AppFixture app)
{
    private readonly string owner = NewName("Vera");

    private SavedViews Views => app.Services.GetRequiredService<SavedViews>();

    [Fact]
    public async Task PostView_Shared_IsSeenByAColleagueWithItsOwner()
    {
        var name = NewName("Weergave");

        Assert.Equal(303, (await PostAsync(owner, name, share: true, "?tab=alle&status=ontvangen&zoek=bbl")).Status);

        var page = await PageAsync(NewName("Kim"));
        Assert.Contains(name, page, StringComparison.Ordinal);
        Assert.Contains($"van {owner}", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/werkbank?tab=alle&amp;status=ontvangen&amp;zoek=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("zoek=bbl\"", page.Replace("value=\"?tab=alle", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain($"Verwijder '{name}'", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostView_NotShared_IsSeenByItsOwnerAlone()
    {
        var name = NewName("Weergave");

        await PostAsync(owner, name, share: false, "?tab=mijn");

        Assert.Contains(name, await PageAsync(owner), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await PageAsync(NewName("Kim")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostView_SameNameAgain_TakesThePlaceOfTheFirst()
    {
        var name = NewName("Weergave");
        await PostAsync(owner, name, share: true, "?tab=mijn");

        await PostAsync(owner, name.ToUpperInvariant(), share: false, "?tab=alle");

        var view = Assert.Single(await Views.ForAsync(Colleague(owner), CancellationToken.None), view =>
            string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("?tab=alle", false), (view.Query, view.Shared));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public async Task PostView_WithoutAFitName_ComesBackWithTheError(string name)
    {
        var answer = await PostAsync(owner, name, share: false, "?tab=mijn");

        Assert.Equal(400, answer.Status);
        Assert.Contains("Fout: ", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await Views.ForAsync(Colleague(owner), CancellationToken.None), view => view.IsOf(Colleague(owner)));
    }

    [Theory]
    [InlineData("?tab=onzin&status=ook-onzin&pagina=9", "?tab=aan-jou")]
    [InlineData("?tab=alle&zoek=%3Cscript%3E", "?tab=alle&zoek=%3Cscript%3E")]
    [InlineData("javascript:alert(1)", "?tab=aan-jou")]
    [InlineData("", "?tab=aan-jou")]
    public async Task PostView_OfAnyAddress_KeepsOnlyAQueryOfTheQueue(string posted, string kept)
    {
        var name = NewName("Weergave");

        Assert.Equal(303, (await PostAsync(owner, name, share: false, posted)).Status);

        Assert.Equal(kept, (await Views.ForAsync(Colleague(owner), CancellationToken.None)).Single(view => view.Name == name).Query);
    }

    [Fact]
    public async Task PostDeletion_ByAColleagueOrTwice_IsNotFoundAndDeletesNothing()
    {
        var name = NewName("Weergave");
        await PostAsync(owner, name, share: true, "?tab=mijn");
        var id = (await Views.ForAsync(Colleague(owner), CancellationToken.None)).Single(view => view.Name == name).Id;

        Assert.Equal(404, (await DeleteAsync(NewName("Kim"), id)).Status);
        Assert.Contains(await Views.ForAsync(Colleague(owner), CancellationToken.None), view => view.Id == id);
        Assert.Equal(303, (await DeleteAsync(owner, id)).Status);
        Assert.Equal(404, (await DeleteAsync(owner, id)).Status);
    }

    [Fact]
    public async Task SaveAsync_ManyAtOnceByMany_KeepsAll()
    {
        var owners = Enumerable.Range(0, 4).Select(_ => NewName("Otto")).ToList();

        var saved = await Task.WhenAll(owners.Select(one => Views.SaveAsync(View(one, "Zelfde naam"), CancellationToken.None)));

        Assert.All(saved, Assert.True);
        foreach (var one in owners)
        {
            Assert.Single(await Views.ForAsync(Colleague(one), CancellationToken.None), view => view.IsOf(Colleague(one)));
        }
    }

    [Fact]
    public async Task SaveAsync_TheFiftyFirst_IsRefusedButAnExistingNameIsNot()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.True(await Views.SaveAsync(View(owner, $"Weergave {i}"), CancellationToken.None));
        }

        Assert.False(await Views.SaveAsync(View(owner, "Eentje te veel"), CancellationToken.None));
        Assert.True(await Views.SaveAsync(View(owner, "Weergave 7"), CancellationToken.None));
        var answer = await PostAsync(owner, "Eentje te veel", share: false, "?tab=mijn");
        Assert.Equal(400, answer.Status);
        Assert.Contains("erg veel weergaven", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForAsync_ViewFromBeforeIdsWereKept_IsStillItsOwners()
    {
        var (vera, namesake) = (new Actor(ActorRole.Analyst, "Vera", "id-1"), new Actor(ActorRole.Analyst, "VERA", "id-2"));

        Assert.True(View("vera", "Oud").IsOf(vera));
        Assert.True((View("Vera de Vries", "Nieuw") with { OwnerId = "id-1" }).IsOf(vera));
        Assert.False((View("Vera", "Nieuw") with { OwnerId = "id-1" }).IsOf(namesake));
    }

    private static Actor Colleague(string name) => new(ActorRole.Analyst, name);

    private static string NewName(string start) => $"{start} {Guid.NewGuid():N}"[..20];

    private static SavedView View(string owner, string name) =>
        new() { Id = Guid.NewGuid().ToString("N"), Name = name, Query = "?tab=alle", Owner = owner, Shared = false };

    private async Task<(int Status, string Body)> PostAsync(string colleague, string name, bool share, string view)
    {
        using var client = app.AsAnalyst(colleague);
        var fields = new Dictionary<string, string> { ["naam"] = name, ["weergave"] = view };
        if (share)
        {
            fields["delen"] = "ja";
        }

        return await PageForms.PostAsync(client, "/werkbank", "/werkbank/weergaven", fields);
    }

    private async Task<(int Status, string Body)> DeleteAsync(string colleague, string id)
    {
        using var client = app.AsAnalyst(colleague);
        return await PageForms.PostAsync(client, "/werkbank", $"/werkbank/weergaven/{id}/verwijderen", new Dictionary<string, string>());
    }

    private async Task<string> PageAsync(string colleague)
    {
        using var client = app.AsAnalyst(colleague);
        return await client.GetStringAsync(new Uri("/werkbank?tab=alle", UriKind.Relative));
    }
}

using System.Net;
using RegelLoket.Library.Subscriptions;

namespace RegelLoket.Tests.Library.Subscriptions;

/// <summary>The form with which a visitor follows something: where it stands, and what it says of what is missing.</summary>
[Collection(AppCollection.Name)]
public sealed class FollowFormPagesTests(AppFixture app)
{
    [Fact]
    public async Task Form_WithoutChoiceOrAddress_SaysWhatIsMissing()
    {
        using var form = new FormVisitor(app);
        await form.GetAsync("/bibliotheek/volgen");

        using var answer = await form.PostAsync("/bibliotheek/volgen", ("email", "geen adres"), ("volg", "tekst.onbekend"));
        using var empty = await form.PostAsync("/bibliotheek/volgen", ("email", ""));

        var (wrong, missing) = (await answer.Content.ReadAsStringAsync(), await empty.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (answer.StatusCode, empty.StatusCode));
        Assert.Contains("Dit staat niet in de bibliotheek.", wrong, StringComparison.Ordinal);
        Assert.Contains("Kies wat je wilt volgen.", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OnThePagesOfAThemeALawAndAnItem_IsThere()
    {
        foreach (var (address, topic) in new[]
        {
            ("/bibliotheek?thema=leven-lang-ontwikkelen", "thema.leven-lang-ontwikkelen"),
            ("/bibliotheek?regel=BWBR0004045", "wet.BWBR0004045"),
            ("/bibliotheek/wetten/BWBR0004045", "wet.BWBR0004045"),
        })
        {
            Assert.Contains($"name=\"volg\" value=\"{topic}\"", await app.Http.GetStringAsync(address), StringComparison.Ordinal);
        }

        foreach (var item in RegelLoket.Library.LibrarySeed.Items())
        {
            var page = await app.Http.GetStringAsync(item.Path);
            Assert.Contains($"name=\"volg\" value=\"{Topic.Of(item)}\"", page, StringComparison.Ordinal);
        }
    }
}

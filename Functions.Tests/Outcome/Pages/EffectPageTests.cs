using RegelLoket.Cases;
using RegelLoket.Outcome.Pages;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Web;
using RegelLoket.Web;

namespace RegelLoket.Tests.Outcome.Pages;

/// <summary>What somebody who is asked for the effect reads about the use of the answer.</summary>
public sealed class EffectPageTests
{
    private const string Library = "in de bibliotheek";

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(2, true, true)]
    [InlineData(null, false, false)]
    [InlineData(2, false, false)]
    public async Task Page_OfAnOutcome_PromisesThatItStandsInTheLibraryOnlyWhereItDoes(int? follower, bool isShared, bool promises)
    {
        await using var rendered = new Rendered();

        var text = await rendered.TextAsync<EffectPage>(new Dictionary<string, object?>
        {
            ["Number"] = CaseFiles.Number,
            ["Follower"] = follower,
            ["Moment"] = EffectMoment.ThreeMonths,
            ["Form"] = new FormState(),
            ["IsShared"] = isShared,
        });

        Assert.Equal(promises, text.Contains(Library, StringComparison.Ordinal));
        Assert.Equal(!promises, text.Contains("dan kijken we opnieuw", StringComparison.Ordinal));
    }
}

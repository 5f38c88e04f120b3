using RegelLoket.Cases;
using RegelLoket.Privacy;

namespace RegelLoket.Tests.Privacy;

public sealed class RetentionPlanTests
{
    private static readonly DateOnly Ended = new(2026, 1, 1);
    private static readonly CaseNumber Number = CaseNumber.Parse("RR-2026-7KQ4M");
    private static readonly RetentionOptions Terms = new() { ReporterDays = 100, TextDays = 200 };

    [Fact]
    public void DueOn_ReporterFirst_TextsLater()
    {
        var facts = new RetentionFacts(Number, Ended, HoldsReporter: true, HoldsTexts: true, []);

        Assert.Empty(RetentionPlan.DueOn(Ended.AddDays(99), [facts], Terms));
        Assert.Equal([new RetentionStep(Number, ErasedData.Reporter, Ended.AddDays(100))],
            RetentionPlan.DueOn(Ended.AddDays(100), [facts], Terms));
        Assert.Equal([new RetentionStep(Number, ErasedData.Texts, Ended.AddDays(200))],
            RetentionPlan.DueOn(Ended.AddDays(200), [facts with { HoldsReporter = false }], Terms));
    }

    [Fact]
    public void DueOn_OpenOrEmptyCase_IsNeverDue() => Assert.Empty(RetentionPlan.DueOn(
        Ended.AddYears(50), [new RetentionFacts(Number, null, true, true, []), new RetentionFacts(Number, Ended, false, false, [])],
        Terms));

    [Theory]
    [InlineData(200, 200)]
    [InlineData(300, 200)]
    public void DueOn_TextsNoLaterThanTheReporter_EverythingAtOnce(int reporterDays, int textDays)
    {
        var terms = new RetentionOptions { ReporterDays = reporterDays, TextDays = textDays };
        var facts = new RetentionFacts(Number, Ended, HoldsReporter: true, HoldsTexts: true, []);

        Assert.Empty(RetentionPlan.DueOn(Ended.AddDays(199), [facts], terms));
        Assert.Equal([new RetentionStep(Number, ErasedData.Texts, Ended.AddDays(200))],
            RetentionPlan.DueOn(Ended.AddDays(200), [facts], terms));
    }

    [Fact]
    public void DueOn_OnlyTheReporterIsLeft_WaitsForTheTermOfTheReporter()
    {
        var terms = new RetentionOptions { ReporterDays = 300, TextDays = 200 };
        var facts = new RetentionFacts(Number, Ended, HoldsReporter: true, HoldsTexts: false, []);

        Assert.Empty(RetentionPlan.DueOn(Ended.AddDays(299), [facts], terms));
        Assert.Equal([new RetentionStep(Number, ErasedData.Reporter, Ended.AddDays(300))],
            RetentionPlan.DueOn(Ended.AddDays(300), [facts], terms));
    }

    [Fact]
    public void Case09_MergedCase_IsNotOverBeforeItsMainCase()
    {
        var main = CaseNumber.Parse("RR-2026-7KQ4N");
        var merged = new RetentionFacts(Number, Ended, HoldsReporter: true, HoldsTexts: false, []) { MergedInto = main };
        var open = new RetentionFacts(main, null, HoldsReporter: false, HoldsTexts: false, []);

        Assert.Empty(RetentionPlan.DueOn(Ended.AddYears(5), [merged, open], Terms));
        Assert.Empty(RetentionPlan.DueOn(Ended.AddYears(5), [merged], Terms));
        Assert.Equal([new RetentionStep(Number, ErasedData.Reporter, Ended.AddDays(130))],
            RetentionPlan.DueOn(Ended.AddDays(130), [merged, open with { EndedOn = Ended.AddDays(30) }], Terms));
    }

    [Fact]
    public void DueOn_AFollowerWhoJoinedLater_HasATermOfTheirOwn()
    {
        var facts = new RetentionFacts(Number, Ended, HoldsReporter: true, HoldsTexts: false, [])
        {
            Followers = [new FollowerFacts(2, Ended.AddDays(90), true, true), new FollowerFacts(3, DateOnly.MinValue, true, false)],
        };
        var second = new RetentionStep(Number, ErasedData.Reporter, Ended.AddDays(190)) { Person = CasePerson.Following(2) };
        var third = new RetentionStep(Number, ErasedData.Reporter, Ended.AddDays(100)) { Person = CasePerson.Following(3) };

        Assert.Equal([new RetentionStep(Number, ErasedData.Reporter, Ended.AddDays(100)), third],
            RetentionPlan.DueOn(Ended.AddDays(189), [facts], Terms));
        Assert.Contains(second, RetentionPlan.DueOn(Ended.AddDays(190), [facts], Terms));
        Assert.Empty(RetentionPlan.DueOn(Ended.AddYears(9), [facts with { EndedOn = null }], Terms));
    }

    [Fact]
    public void DueOn_WrittenOnAfterTheEnd_StaysAsLongAsAPersonsDataAndNoLonger()
    {
        var facts = new RetentionFacts(Number, Ended, HoldsReporter: false, HoldsTexts: true, []) { WrittenOn = Ended.AddDays(150) };

        Assert.Empty(RetentionPlan.DueOn(Ended.AddDays(249), [facts], Terms));
        Assert.Equal([new RetentionStep(Number, ErasedData.Texts, Ended.AddDays(250))],
            RetentionPlan.DueOn(Ended.AddDays(250), [facts], Terms));
        Assert.Equal(Ended.AddDays(200),
            RetentionPlan.DueOn(Ended.AddDays(200), [facts with { WrittenOn = Ended.AddDays(-5) }], Terms).Single().DueOn);
    }

    [Fact]
    public void DueOn_ManyCases_HoldsEachThatIsDueOnce()
    {
        var other = CaseNumber.Parse("RR-2026-7KQ4N");
        RetentionFacts[] cases =
        [
            new(Number, Ended, HoldsReporter: true, HoldsTexts: true, []),
            new(other, Ended.AddDays(1), HoldsReporter: true, HoldsTexts: true, []),
        ];

        Assert.Equal([Number], RetentionPlan.DueOn(Ended.AddDays(100), cases, Terms).Select(step => step.Number));
        Assert.Equal([Number, other], RetentionPlan.DueOn(Ended.AddDays(1000), cases, Terms).Select(step => step.Number));
    }
}

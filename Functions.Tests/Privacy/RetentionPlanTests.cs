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
        Assert.Equal([new RetentionStep(Number, ErasedData.Reporter, Ended.AddDays(100))], RetentionPlan.DueOn(Ended.AddDays(100), [facts], Terms));
        Assert.Equal([new RetentionStep(Number, ErasedData.Texts, Ended.AddDays(200))], RetentionPlan.DueOn(Ended.AddDays(200), [facts with { HoldsReporter = false }], Terms));
    }

    [Fact]
    public void DueOn_OpenOrEmptyCase_IsNeverDue() => Assert.Empty(RetentionPlan.DueOn(
        Ended.AddYears(50), [new RetentionFacts(Number, null, true, true, []), new RetentionFacts(Number, Ended, false, false, [])], Terms));
}

using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Tests.Web.CaseHistory;

public sealed class EventFactsTests
{
    [Fact]
    public void Of_Analysis_NamesRulesBodiesAndTheExpectedOutcome()
    {
        var facts = FactsOf(new ContextAnalysed
        {
            Source = RuleSource.Wet,
            Rules = [new("BWBR0006251", "Wet BIG", "35", new DateOnly(2026, 11, 2)), new(null, "Cao VVT", null, null)],
            Ministries = [],
            ExecutiveBodies = ["igj"],
            Expected = OutcomeKind.HetKanAl,
            DueOn = CaseFiles.Due,
        }).ToList();

        Assert.Equal(["Regel", "Regel", "Uitvoerder", "Verwachte uitkomst"], facts.Select(fact => fact.Label));
        Assert.StartsWith("Wet BIG, artikel 35 (BWBR0006251), ", facts[0].Value, StringComparison.Ordinal);
        Assert.Contains("2 november 2026", facts[0].Value, StringComparison.Ordinal);
        Assert.StartsWith("Cao VVT, ", facts[1].Value, StringComparison.Ordinal);
        Assert.Equal("Het kan al", facts[3].Value);
    }

    [Fact]
    public void Of_Escalation_NamesTheDayOfEachMinistry() => Assert.Equal(
        [$"Reactie van {Ministry.Vws.Label()} uiterlijk", $"Reactie van {Ministry.Ocw.Label()} uiterlijk"],
        FactsOf(CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw)).Select(fact => fact.Label));

    [Fact]
    public void Of_Answer_NamesItsGistAndThatOfEachRule()
    {
        var answered = new MinistryAnswered(Ministry.Vws, Late: false)
        { Stance = AnswerStance.WillChange, Rules = [new RuleStance(2, AnswerStance.StaysAsIs)] };

        Assert.Equal(
            [("Strekking", AnswerStance.WillChange.Label()), ("Strekking bij regel 2", AnswerStance.StaysAsIs.Label())],
            FactsOf(answered));
        Assert.Empty(FactsOf(new MinistryAnswered(Ministry.Vws, Late: false)));
    }

    [Fact]
    public void Of_Outcome_NamesWhatIsFilledIn() => Assert.Equal(
        ["Geldt vanaf", "Geldt tot en met"],
        FactsOf(CaseFiles.Outcome() with { HoldsFrom = CaseFiles.Due, HoldsUntil = CaseFiles.Due.AddYears(1) })
            .Select(fact => fact.Label));

    [Fact]
    public void Of_EventThatSaysItAllInItsTitle_HasNone()
    {
        Assert.Empty(FactsOf(CaseFiles.Reported()));
        Assert.Empty(FactsOf(new NoteAdded()));
    }

    /// <summary>Where nobody looked a rule up, events from before the tick hold their own day, which is no check.</summary>
    [Fact]
    public void Of_AnalysisFromBeforeTheTick_DoesNotShowItsOwnDayAsACheck()
    {
        var today = WorkingDays.DayOf(CaseFiles.EventOf(new NoteAdded(), 1).At);
        var before = new ContextAnalysed
        {
            Source = RuleSource.Wet,
            Rules = [new("BWBR0006251", "Wet BIG", "35", today), new(null, "Cao VVT", null, today.AddDays(-3))],
            Ministries = [],
            DueOn = CaseFiles.Due,
        };

        Assert.EndsWith("nog niet nagekeken", FactsOf(before).First().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("nog niet", FactsOf(before).ElementAt(1).Value, StringComparison.Ordinal);
        Assert.DoesNotContain("nog niet", FactsOf(before with { HasGivenChecks = true }).First().Value, StringComparison.Ordinal);
        Assert.Equal([null, today.AddDays(-3)],
            CaseFiles.Of(before).State.Context!.Rules.Select(rule => rule.CheckedOn));
    }

    private static IEnumerable<(string Label, string Value)> FactsOf(CaseChange change) => EventFacts.Of(CaseFiles.EventOf(change, 1));
}

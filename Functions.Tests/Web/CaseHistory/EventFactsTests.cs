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
        var facts = EventFacts.Of(new ContextAnalysed
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
        EventFacts.Of(CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw)).Select(fact => fact.Label));

    [Fact]
    public void Of_Answer_NamesItsGistAndThatOfEachRule()
    {
        var answered = new MinistryAnswered(Ministry.Vws, Late: false)
        { Stance = AnswerStance.WillChange, Rules = [new RuleStance(2, AnswerStance.StaysAsIs)] };

        Assert.Equal(
            [("Strekking", AnswerStance.WillChange.Label()), ("Strekking bij regel 2", AnswerStance.StaysAsIs.Label())],
            EventFacts.Of(answered));
        Assert.Empty(EventFacts.Of(new MinistryAnswered(Ministry.Vws, Late: false)));
    }

    [Fact]
    public void Of_Outcome_NamesWhatIsFilledIn() => Assert.Equal(
        ["Geldt vanaf", "Geldt tot en met"],
        EventFacts.Of(CaseFiles.Outcome() with { HoldsFrom = CaseFiles.Due, HoldsUntil = CaseFiles.Due.AddYears(1) })
            .Select(fact => fact.Label));

    [Fact]
    public void Of_EventThatSaysItAllInItsTitle_HasNone()
    {
        Assert.Empty(EventFacts.Of(CaseFiles.Reported()));
        Assert.Empty(EventFacts.Of(new NoteAdded()));
    }
}

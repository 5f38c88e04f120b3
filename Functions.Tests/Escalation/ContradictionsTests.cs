using RegelLoket.Cases;
using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

public sealed class ContradictionsTests
{
    [Fact]
    public void Of_AnswersThatSayTheSame_IsEmpty() =>
        Assert.Empty(Contradictions.Of(State(Answered(Ministry.Vws, AnswerStance.AlreadyPossible), Answered(Ministry.Ocw, AnswerStance.AlreadyPossible))));

    [Fact]
    public void Of_AnswersThatDiffer_NamesBothSides()
    {
        var found = Assert.Single(Contradictions.Of(State(Answered(Ministry.Vws, AnswerStance.AlreadyPossible), Answered(Ministry.Szw, AnswerStance.StaysAsIs))));

        Assert.Equal((Ministry.Vws, Ministry.Szw, null), (found.One, found.Other, found.Rule));
        Assert.Equal((AnswerStance.AlreadyPossible, AnswerStance.StaysAsIs), (found.OneSays, found.OtherSays));
    }

    [Fact]
    public void Of_OneRuleSeenDifferently_NamesTheRule()
    {
        var one = Answered(Ministry.Vws, null) with { Rules = [new RuleStance(1, AnswerStance.AlreadyPossible), new RuleStance(2, AnswerStance.WillChange)] };
        var other = Answered(Ministry.Ocw, null) with { Rules = [new RuleStance(2, AnswerStance.StaysAsIs)] };

        Assert.Equal(2, Assert.Single(Contradictions.Of(State(one, other))).Rule);
    }

    [Fact]
    public void Of_EachSaysThatItIsNotTheirs_IsAContradiction()
    {
        var state = State(Answered(Ministry.Vws, null) with { Status = RequestStatus.NotOurs }, Answered(Ministry.Ocw, null) with { Status = RequestStatus.NotOurs });

        Assert.Single(Contradictions.Of(state));
    }

    [Fact]
    public void Of_AnswerThatIsNotInYet_IsLeftOut()
    {
        var waiting = Answered(Ministry.Ocw, AnswerStance.StaysAsIs) with { Status = RequestStatus.Acknowledged };

        Assert.Empty(Contradictions.Of(State(Answered(Ministry.Vws, AnswerStance.AlreadyPossible), waiting)));
        Assert.Empty(Contradictions.Of(State(Answered(Ministry.Vws, AnswerStance.Other), Answered(Ministry.Ocw, AnswerStance.StaysAsIs))));
    }

    private static CaseState State(params MinistryRequest[] requests) => new() { Number = CaseNumber.Parse("RR-2026-7KQ4M"), Requests = [.. requests] };

    private static MinistryRequest Answered(Ministry ministry, AnswerStance? stance) => new()
    {
        Ministry = ministry,
        Status = RequestStatus.Answered,
        AskedAt = DateTimeOffset.UnixEpoch,
        ReplyBefore = new DateOnly(2026, 12, 1),
        Question = new TextReference(5, "question"),
        LinkHash = "",
        LinkExpiresOn = DateOnly.MaxValue,
        Stance = stance,
    };
}

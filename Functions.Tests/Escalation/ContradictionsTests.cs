using RegelLoket.Cases;
using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

public sealed class ContradictionsTests
{
    [Fact]
    public void Of_AnswersThatSayTheSame_IsEmpty() =>
        Assert.Empty(Contradictions.Of(
            State(Answered(Ministry.Vws, AnswerStance.AlreadyPossible), Answered(Ministry.Ocw, AnswerStance.AlreadyPossible))));

    [Fact]
    public void Of_AnswersThatDiffer_NamesBothSides()
    {
        var found = Assert.Single(
            Contradictions.Of(State(Answered(Ministry.Vws, AnswerStance.AlreadyPossible), Answered(Ministry.Szw, AnswerStance.StaysAsIs))));

        Assert.Equal((Ministry.Vws, Ministry.Szw, null), (found.One, found.Other, found.Rule));
        Assert.Equal((AnswerStance.AlreadyPossible, AnswerStance.StaysAsIs), (found.OneSays, found.OtherSays));
    }

    [Fact]
    public void Of_OneRuleSeenDifferently_NamesTheRule()
    {
        var one = Answered(Ministry.Vws, null) with
        { Rules = [new RuleStance(1, AnswerStance.AlreadyPossible), new RuleStance(2, AnswerStance.WillChange)] };
        var other = Answered(Ministry.Ocw, null) with { Rules = [new RuleStance(2, AnswerStance.StaysAsIs)] };

        Assert.Equal(2, Assert.Single(Contradictions.Of(State(one, other))).Rule);
    }

    [Fact]
    public void Of_EachSaysThatItIsNotTheirs_IsAContradiction()
    {
        var state = State(Answered(Ministry.Vws, null) with { Status = RequestStatus.NotOurs },
            Answered(Ministry.Ocw, null) with { Status = RequestStatus.NotOurs });

        Assert.Single(Contradictions.Of(state));
    }

    [Fact]
    public void Of_AnswerThatIsNotInYet_IsLeftOut()
    {
        var waiting = Answered(Ministry.Ocw, AnswerStance.StaysAsIs) with { Status = RequestStatus.Acknowledged };

        Assert.Empty(Contradictions.Of(State(Answered(Ministry.Vws, AnswerStance.AlreadyPossible), waiting)));
        Assert.Empty(Contradictions.Of(State(Answered(Ministry.Vws, AnswerStance.Other), Answered(Ministry.Ocw, AnswerStance.StaysAsIs))));
    }

    [Fact]
    public void Of_MinistryThatWasAskedAgain_CountsItsNewestAnswer()
    {
        var first = Answered(Ministry.Vws, AnswerStance.StaysAsIs);
        var other = Answered(Ministry.Ocw, AnswerStance.AlreadyPossible);

        Assert.Single(Contradictions.Of(State(first, other)));
        Assert.Empty(Contradictions.Of(State(first, other, Answered(Ministry.Vws, AnswerStance.AlreadyPossible))));
        Assert.Empty(Contradictions.Of(State(first, other, Answered(Ministry.Vws, null) with { Status = RequestStatus.Asked })));
    }

    [Fact]
    public void Of_ThreeDifferentAnswers_NamesEveryPairInTheOrderOfAsking()
    {
        var found = Contradictions.Of(State(
            Answered(Ministry.Szw, AnswerStance.StaysAsIs), Answered(Ministry.Vws, AnswerStance.WillChange),
            Answered(Ministry.Ocw, AnswerStance.Exemption)));

        Assert.Equal([(Ministry.Szw, Ministry.Vws), (Ministry.Szw, Ministry.Ocw), (Ministry.Vws, Ministry.Ocw)],
            found.Select(each => (each.One, each.Other)));
    }

    [Fact]
    public void Of_OneSaysThatItIsNotTheirs_LeavesTheAnswerOfTheOther()
    {
        var notTheirs = Answered(Ministry.Vws, null) with { Status = RequestStatus.NotOurs };

        Assert.Empty(Contradictions.Of(State(notTheirs, Answered(Ministry.Ocw, AnswerStance.StaysAsIs))));
        Assert.Empty(Contradictions.Of(State(notTheirs)));
    }

    [Fact]
    public void Of_AnswersThatAgreeOnTheWholeAndNotOnOneRule_NamesTheRuleAlone()
    {
        var one = Answered(Ministry.Vws, AnswerStance.Exemption)
            with
        { Rules = [new RuleStance(1, AnswerStance.Exemption), new RuleStance(2, AnswerStance.Other)] };
        var other = Answered(Ministry.Ocw, AnswerStance.Exemption)
            with
        { Rules = [new RuleStance(1, AnswerStance.StaysAsIs), new RuleStance(2, AnswerStance.StaysAsIs)] };

        Assert.Equal(
            new Contradiction(Ministry.Vws, Ministry.Ocw, 1, AnswerStance.Exemption, AnswerStance.StaysAsIs),
            Assert.Single(Contradictions.Of(State(one, other))));
    }

    private static CaseState State(params MinistryRequest[] requests) =>
        new() { Number = CaseNumber.Parse("RR-2026-7KQ4M"), Requests = [.. requests] };

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

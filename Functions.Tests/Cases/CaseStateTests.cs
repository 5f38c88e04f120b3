using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

/// <summary>What the state of a case says beyond one event: when it has run its course, and whose term counts.</summary>
public sealed class CaseStateTests
{
    private static readonly DateOnly Later = CaseFiles.Due.AddDays(14);

    [Fact]
    public void HasRunItsCourse_ClosedCase_WaitsForBothQuestionsOnTheEffect()
    {
        CaseChange[] closed = [CaseFiles.Reported(), CaseFiles.Outcome(), new CaseClosed()];

        Assert.False(StateOf(CaseFiles.Reported()).HasRunItsCourse);
        Assert.False(StateOf(closed).HasRunItsCourse);
        Assert.False(StateOf([.. closed, new EffectAsked(EffectMoment.ThreeMonths)]).HasRunItsCourse);
        Assert.True(StateOf([.. closed, new EffectAsked(EffectMoment.ThreeMonths), new EffectAsked(EffectMoment.SixMonths)])
            .HasRunItsCourse);
        Assert.True(StateOf(CaseFiles.Reported(), new CaseWithdrawn()).HasRunItsCourse);
    }

    [Fact]
    public void WithMinistryProgress_SeveralMinistries_CountsTheNearestTermOfThoseThatAreOpen()
    {
        CaseChange[] asked =
        [
            CaseFiles.Reported(),
            new CaseEscalated { Requests = [new(Ministry.Vws, CaseFiles.Due, "", Later), new(Ministry.Szw, Later, "", Later)] },
        ];

        Assert.Equal((CaseStatus.AtMinistries, CaseFiles.Due), DueOf(asked));
        Assert.Equal((CaseStatus.AtMinistries, Later), DueOf([.. asked, new MinistryAnswered(Ministry.Vws, Late: false)]));
        Assert.Equal(CaseStatus.AnswersIn, StateOf([.. asked, new MinistryAnswered(Ministry.Vws, Late: false),
            new MinistryNotOurs(Ministry.Szw)]).Status);
    }

    [Fact]
    public void WithMinistryProgress_TheLastAnswer_GivesTheDeskItsOwnTermHoweverLateItCame()
    {
        CaseChange[] asked = [CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws, Ministry.Szw)];
        var (first, last) = (new MinistryAnswered(Ministry.Vws, Late: false) { DecideBefore = Later },
            new MinistryNotOurs(Ministry.Szw) { DecideBefore = Later.AddDays(1) });

        Assert.Equal((CaseStatus.AtMinistries, CaseFiles.Due), DueOf([.. asked, first]));
        Assert.Equal((CaseStatus.AnswersIn, Later.AddDays(1)), DueOf([.. asked, first, last]));
        Assert.Equal((CaseStatus.AnswersIn, Later), DueOf([.. asked, last, first]));
        Assert.Equal((CaseStatus.AnswersIn, CaseFiles.Due), DueOf([.. asked, first with { DecideBefore = null },
            last with { DecideBefore = null }]));
        Assert.Equal((CaseStatus.AnswersIn, Later), DueOf(
            [CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), new ReporterAsked(), first, new ReporterReplied()]));
    }

    [Fact]
    public void RequestTo_AskedTwice_IsTheLastRequest()
    {
        var state = StateOf(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), new MinistryAnswered(Ministry.Vws, Late: false),
            CaseFiles.Escalated(Ministry.Vws));

        Assert.False(state.RequestTo(Ministry.Vws)!.HasEnded);
        Assert.Null(state.RequestTo(Ministry.Ocw));
    }

    private static (CaseStatus, DateOnly?) DueOf(CaseChange[] changes) => (StateOf(changes).Status, StateOf(changes).DueOn);

    private static CaseState StateOf(params CaseChange[] changes) => CaseFiles.Of(changes).State;
}

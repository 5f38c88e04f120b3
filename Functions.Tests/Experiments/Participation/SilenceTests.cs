using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Experiments;
using RegelLoket.Experiments.Participation;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Experiments.Participation;

/// <summary>When an organisation counts as silent, and that it is reminded of a step once.</summary>
public sealed class SilenceTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly Silence Silence = new(Days, new ExperimentOptions());
    private static readonly (CaseChange, Actor) Invited = (Experimenting.Invited(), Experimenting.Ans);
    private static readonly (CaseChange, Actor) Explored = (Experimenting.Noted(ExperimentPhase.Explore), Actor.Participant);
    private static readonly (CaseChange, Actor) Measured =
        (new ExperimentMeasured { Experiment = 1, Round = 0, Figures = [new MeasuredFigure(MeasureKind.Hours, 24)] }, Actor.Participant);

    [Fact]
    public void NextIn_TwentyWorkingDaysWithoutAWord_IsSilentFromThatDay()
    {
        var state = Experimenting.After(Invited).State;
        var day = Silence.DayOf(state.Experiment(1)!);

        Assert.Equal(20, Days.Between(WorkingDays.DayOf(state.Experiment(1)!.InvitedAt!.Value), day));
        Assert.Null(Silence.NextIn(state, day.AddDays(-1)));
        Assert.Equal(new ExperimentSilent(1, Reminds: true), Silence.NextIn(state, day)!.What);
    }

    [Fact]
    public void NextIn_AWordOfTheOrganisation_CountsAnew()
    {
        var before = Silence.DayOf(Experimenting.After(Invited).State.Experiment(1)!);
        var state = Experimenting.After(Invited, Explored, Measured, Measured, Measured).State;
        var wrote = WorkingDays.DayOf(state.Experiment(1)!.WroteAt!.Value);

        Assert.Equal(20, Days.Between(wrote, Silence.DayOf(state.Experiment(1)!)));
        Assert.True(Silence.DayOf(state.Experiment(1)!) > before);
        Assert.Null(Silence.NextIn(state, before));
        Assert.NotNull(Silence.NextIn(state, Silence.DayOf(state.Experiment(1)!)));
    }

    [Fact]
    public void NextIn_WhatTheDeskNotedForTheOrganisation_CountsAsAWord()
    {
        var called = (Experimenting.Noted(ExperimentPhase.Explore), Experimenting.Ans);
        var silent = (new ExperimentSilent(1, Reminds: true), Actor.System);
        var state = Experimenting.After(Invited, silent, called).State;

        Assert.Null(state.Experiment(1)!.SilentSince);
        Assert.Equal(
            20, Days.Between(WorkingDays.DayOf(state.Experiment(1)!.Notes[0].At), Silence.DayOf(state.Experiment(1)!)));
        Assert.Null(state.Experiment(1)!.UnreadSince);
    }

    [Fact]
    public void NextIn_SilentOnce_IsNotSaidAgainUntilItWrote()
    {
        var silent = (new ExperimentSilent(1, Reminds: true), Actor.System);
        var state = Experimenting.After(Invited, silent).State;

        Assert.Null(Silence.NextIn(state, CaseFiles.Due.AddMonths(6)));
        Assert.NotNull(state.Experiment(1)!.SilentSince);
        Assert.Null(Experimenting.After(Invited, silent, Explored).State.Experiment(1)!.SilentSince);
    }

    [Fact]
    public void NextIn_SilentAgainAtTheSameStep_RemindsNobody()
    {
        var silent = (new ExperimentSilent(1, Reminds: true), Actor.System);
        var sameStep = Experimenting.After(Invited, silent, Measured).State;
        var nextStep = Experimenting.After(Invited, silent, Explored).State;

        Assert.Equal(new ExperimentSilent(1, Reminds: false), Silence.NextIn(sameStep, CaseFiles.Due.AddMonths(6))!.What);
        Assert.Equal(new ExperimentSilent(1, Reminds: true), Silence.NextIn(nextStep, CaseFiles.Due.AddMonths(6))!.What);
    }

    public static TheoryData<string, CaseChange?> NotSilent => new()
    {
        { "without a link", null },
        { "ended", Experimenting.Ended },
        { "revoked", new ExperimentLinkRevoked(1) },
        { "expired", Experimenting.Invited(until: CaseFiles.Due) },
    };

    [Theory]
    [MemberData(nameof(NotSilent))]
    public void NextIn_WhoCannotWriteOrIsReady_IsNotSilent(string why, CaseChange? change)
    {
        var state = (change is null ? Experimenting.After() : Experimenting.After(Invited, (change, Experimenting.Ans))).State;

        Assert.True(Silence.NextIn(state, CaseFiles.Due.AddMonths(6)) is null, why);
    }
}

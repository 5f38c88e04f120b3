using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

/// <summary>What the reporter was promised is kept on its day: by news, or by a new day with the reason.</summary>
public sealed class PromisesTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly StepTerms Terms = new();
    private static readonly ContextAnalysed Analysed =
        new() { Source = RuleSource.Wet, Rules = [], Ministries = [], DueOn = CaseFiles.Due.AddDays(30) };

    private static DateTimeOffset Afternoon => WorkingDays.MomentOf(CaseFiles.Due, new TimeOnly(16, 0));

    [Fact]
    public void Renewal_PromisedDayInTheAfternoon_NamesANewDayAndWhy()
    {
        var state = StateOf(CaseFiles.Reported());

        Assert.Null(Promises.Renewal(state, Afternoon.AddMinutes(-1), Days, Terms));
        Assert.Equal(new NewDayPromised(Days.Add(CaseFiles.Due, Terms.News), DelayReason.NotTakenUp),
            Promises.Renewal(state, Afternoon, Days, Terms));
    }

    [Fact]
    public void Renewal_NewDayWasPromised_WaitsForThatDay()
    {
        var state = StateOf(CaseFiles.Reported(), new NewDayPromised(CaseFiles.Due.AddDays(7), DelayReason.LookingInto));

        Assert.Null(Promises.Renewal(state, Afternoon, Days, Terms));
        Assert.NotNull(Promises.Renewal(state, Afternoon.AddDays(7), Days, Terms));
    }

    /// <summary>Steps that the reporter hears nothing of move the desk's own term, and not what was promised.</summary>
    [Fact]
    public void OpenPromise_StepAmongColleagues_StaysAsItWas() =>
        Assert.Equal(new Promise(CaseFiles.Due), StateOf(CaseFiles.Reported(), CaseFiles.AssignedTo("Ans"), Analysed).OpenPromise);

    [Fact]
    public void Renewal_AtMinistries_IsAfterTheirTermAndTheDaysOfTheDesk()
    {
        var late = new CaseEscalated { Requests = [new MinistryAsked(Ministry.Vws, CaseFiles.Due.AddDays(21), "", CaseFiles.Due)] };
        var state = StateOf(CaseFiles.Reported(), late);

        Assert.Equal(new NewDayPromised(Days.Add(CaseFiles.Due.AddDays(21), Terms.Decision), DelayReason.AtMinistry),
            Promises.Renewal(state, Afternoon, Days, Terms));
    }

    [Fact]
    public void OpenPromise_NothingToWaitFor_IsNone() => Assert.All(
        new CaseChange[][]
        {
            [new ReporterAsked()], [CaseFiles.Outcome()], [new CaseWithdrawn()],
            [new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4N"))],
        },
        life => Assert.Null(StateOf([CaseFiles.Reported(), .. life]).OpenPromise));

    [Fact]
    public void OpenPromise_DisputedOrReopened_IsTheDayOfTheAnswer()
    {
        var day = CaseFiles.Due.AddDays(20);

        Assert.Equal(new Promise(day),
            StateOf(CaseFiles.Reported(), CaseFiles.Outcome(), new OutcomeDisputed { DueOn = day }).OpenPromise);
        Assert.Equal(new Promise(day), StateOf(CaseFiles.Reported(), CaseFiles.Outcome(), new CaseReopened { DueOn = day }).OpenPromise);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    [InlineData(15, 15)]
    public void AfterPause_ClockStoodStill_MovesByTheWorkingDays(int waited, int moved)
    {
        var state = StateOf(CaseFiles.Reported(), new ReporterAsked());

        Assert.Equal(Days.Add(CaseFiles.Due, moved), Promises.AfterPause(state, Days.Add(state.PausedOn!.Value, waited), Days, Terms));
    }

    [Fact]
    public void AfterPause_PromiseThatWasOver_IsANewDay()
    {
        var asked = StateOf(CaseFiles.Reported(), new NewDayPromised(CaseFiles.Due.AddDays(-30), DelayReason.LookingInto),
            new ReporterAsked());

        Assert.Equal(Days.Add(CaseFiles.Due, Terms.News), Promises.AfterPause(asked, CaseFiles.Due, Days, Terms));
        Assert.Null(Promises.AfterPause(StateOf(CaseFiles.Reported()), CaseFiles.Due, Days, Terms));
    }

    [Fact]
    public void OpenPromise_AfterTheReply_IsTheDayThatTheReplyCarries()
    {
        var day = CaseFiles.Due.AddDays(9);

        Assert.Equal(new Promise(day),
            StateOf(CaseFiles.Reported(), new ReporterAsked(), new ReporterReplied { NewsBefore = day }).OpenPromise);
        Assert.Equal(new Promise(day),
            StateOf(CaseFiles.Reported(), new ReporterAsked(), new ReporterNotAwaited { NewsBefore = day }).OpenPromise);
    }

    private static CaseState StateOf(params CaseChange[] life) => CaseFiles.Of(life).State;
}

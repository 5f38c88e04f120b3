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

    /// <summary>A mail that says the same again comes half as often; a new reason is news, and soon.</summary>
    [Fact]
    public void Renewal_SameReasonAgain_IsTwiceAsFarAway()
    {
        var again = StateOf(CaseFiles.Reported(), new NewDayPromised(CaseFiles.Due, DelayReason.NotTakenUp));
        var other = StateOf(CaseFiles.Reported(), new NewDayPromised(CaseFiles.Due, DelayReason.NotTakenUp), CaseFiles.AssignedTo("Ans"));

        Assert.Equal(Days.Add(CaseFiles.Due, 2 * Terms.News), Promises.Renewal(again, Afternoon, Days, Terms)!.Until);
        Assert.Equal(new NewDayPromised(Days.Add(CaseFiles.Due, Terms.News), DelayReason.LookingInto),
            Promises.Renewal(other, Afternoon, Days, Terms));
    }

    /// <summary>A ministry that stays silent for half a year: the reporter hears it, and every four weeks at most.</summary>
    [Fact]
    public void Renewal_MinistryStaysSilent_SaysSoAndNotEveryWeek()
    {
        var life = new List<CaseChange> { CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws) };
        var told = new List<NewDayPromised>();
        var asked = StateOf([.. life]).RequestTo(Ministry.Vws)!.ReplyBefore;
        while (Promises.EndOf(StateOf([.. life])) is { } end && WorkingDays.DayOf(end) < asked.AddDays(180))
        {
            told.Add(Promises.Renewal(StateOf([.. life]), end, Days, Terms)!);
            life.Add(told[^1]);
        }

        Assert.Equal(DelayReason.MinistryLate, told[^1].Because);
        Assert.InRange(told.Count, 6, 9);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.Second.Until > pair.First.Until));
        var late = told.Where(day => day.Because == DelayReason.MinistryLate).ToList();
        Assert.All(late.Zip(late.Skip(1)), pair => Assert.True(pair.First.Until.AddDays(27) <= pair.Second.Until));
    }

    public static TheoryData<DelayReason, CaseChange[]> Reasons => new()
    {
        { DelayReason.NotTakenUp, [] },
        { DelayReason.LookingInto, [CaseFiles.AssignedTo("Ans")] },
        { DelayReason.StatingTheProblem, [Analysed] },
        { DelayReason.StatingTheProblem, [Analysed, new StatementWritten { Version = 1, DueOn = CaseFiles.Due }] },
        {
            DelayReason.Deciding, [Analysed, new StatementWritten { Version = 1, DueOn = CaseFiles.Due },
                new StatementApproved { Version = 1, DueOn = CaseFiles.Due }]
        },
        { DelayReason.AtMinistry, [AskedUntil(CaseFiles.Due)] },
        { DelayReason.MinistryLate, [AskedUntil(CaseFiles.Due.AddDays(-1))] },
        { DelayReason.MinistryReacted, [AskedUntil(CaseFiles.Due.AddDays(-1)), new MinistryAskedBack(Ministry.Vws)] },
        { DelayReason.WritingAnswer, [AskedUntil(CaseFiles.Due), new MinistryAnswered(Ministry.Vws, Late: false)] },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Renewal_WhereverTheCaseIs_GivesTheReasonThatIsTrue(DelayReason expected, CaseChange[] life) =>
        Assert.Equal(expected, Promises.Renewal(StateOf([CaseFiles.Reported(), .. life]), Afternoon, Days, Terms)!.Because);

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

    private static CaseEscalated AskedUntil(DateOnly day) => new() { Requests = [new MinistryAsked(Ministry.Vws, day, "", CaseFiles.Due)] };

    private static CaseState StateOf(params CaseChange[] life) => CaseFiles.Of(life).State;
}

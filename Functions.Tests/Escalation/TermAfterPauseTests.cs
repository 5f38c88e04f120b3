using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Escalation;

/// <summary>A ministry never loses a working day to the time that the desk took.</summary>
public sealed class TermAfterPauseTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    public void AfterPause_WhileTheDeskIsToMove_GivesTheWorkingDaysBack(int taken, int given)
    {
        var request = RequestOf(new MinistryAskedBack(Ministry.Vws));
        var since = request.OurMoveSince!.Value;

        Assert.Equal(Days.Add(request.ReplyBefore, given), Days.AfterPause(request, Days.Add(since, taken)));
    }

    [Fact]
    public void AfterPause_WeekendInBetween_CountsNoDay()
    {
        var request = RequestOf(new MinistryAskedBack(Ministry.Vws));
        var friday = request.OurMoveSince!.Value;
        while (friday.DayOfWeek != DayOfWeek.Friday)
        {
            friday = friday.AddDays(1);
        }

        Assert.Equal(Days.AfterPause(request, friday), Days.AfterPause(request, friday.AddDays(2)));
    }

    [Fact]
    public void AfterPause_WhileTheMinistryIsToMove_IsItsOwnDay()
    {
        var request = RequestOf();

        Assert.Equal(request.ReplyBefore, Days.AfterPause(request, request.ReplyBefore.AddDays(10)));
    }

    [Fact]
    public void AfterPause_TimeThatADecisionGaveBackAlready_CountsOnce()
    {
        var request = RequestOf(
            new MinistryAskedBack(Ministry.Vws), new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due.AddDays(7)),
            new MoreTimeDecided(Ministry.Vws, Granted: false, ReplyBefore: CaseFiles.Due.AddDays(2)));

        Assert.Equal(CaseFiles.ReportedAt.AddDays(4).Day, request.OwedSince!.Value.Day);
        Assert.Equal(Days.Add(request.ReplyBefore, 1), Days.AfterPause(request, Days.Add(request.OwedSince.Value, 1)));
    }

    [Fact]
    public void AfterOurMove_TermThatHasPassed_IsTheNextWorkingDay()
    {
        var request = RequestOf();
        var late = Days.Add(request.ReplyBefore, 5);

        Assert.Equal(Days.Add(late, 1), Days.AfterOurMove(request, late));
        Assert.Equal(request.ReplyBefore, Days.AfterOurMove(request, Days.Add(request.ReplyBefore, -3)));
    }

    private static MinistryRequest RequestOf(params CaseChange[] changes) =>
        CaseFiles.Of([CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), .. changes]).State.RequestTo(Ministry.Vws)!;
}

using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.Dialogue;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.ContextAnalysis.Dialogue;

/// <summary>The calendar of a question that the reporter does not answer, and of the notices to the handler.</summary>
public sealed class DialogueScheduleTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly DialogueSchedule Schedule = new(Days);

    /// <summary>Asked on Tuesday 24 November 2026.</summary>
    private static readonly CaseFile Asked = CaseFiles.Of(CaseFiles.Reported(), new ReporterAsked());

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "waiting.2.5")]
    [InlineData(9, "waiting.2.5")]
    [InlineData(10, "waiting.2.10")]
    [InlineData(40, "waiting.2.10")]
    public void MailsDue_OpenQuestion_RemindsAfterFiveAndTenWorkingDays(int workingDays, string? key)
    {
        var mails = Schedule.MailsDue(Asked, After(workingDays)).ToList();

        Assert.Equal(key, mails.SingleOrDefault()?.Key);
        Assert.All(mails, mail => Assert.Equal((MailKind.ReporterReminder, 2), (mail.Kind, mail.Event)));
    }

    [Fact]
    public void NextMoment_OpenQuestion_NamesEachStepAndThenNone()
    {
        var moments = new List<DateTimeOffset>();
        for (var now = CaseFiles.ReportedAt; Schedule.NextMoment(Asked, now) is { } next; now = next)
        {
            moments.Add(next);
        }

        Assert.Equal([After(5), After(10), After(15)], moments);
    }

    [Fact]
    public void MailsDue_Answered_RemindsOfNothing()
    {
        var answered = CaseFiles.Of(CaseFiles.Reported(), new ReporterAsked(), new ReporterReplied());

        Assert.DoesNotContain(Schedule.MailsDue(answered, After(12)), mail => mail.Kind == MailKind.ReporterReminder);
    }

    [Fact]
    public void MailsDue_AnonymousReporter_IsRemindedOnThePageAloneAndTheDeskStillDecides()
    {
        var anonymous = CaseFiles.Of(CaseFiles.Reported(anonymous: true), new ReporterAsked());

        Assert.Empty(Schedule.MailsDue(anonymous, After(12)));
        Assert.True(Schedule.IsSilent(anonymous.State, Days.Add(Day, 15)));
    }

    [Fact]
    public void IsSilent_QuestionAfterFifteenWorkingDays_OnceForEachQuestion()
    {
        var known = CaseFiles.Of(CaseFiles.Reported(), new ReporterAsked(), new ReporterSilent()).State;
        var askedAgain = CaseFiles.Of(CaseFiles.Reported(), new ReporterAsked(), new ReporterSilent(), new ReporterNotAwaited(),
            new ReporterAsked()).State;

        Assert.False(Schedule.IsSilent(Asked.State, Days.Add(Day, 14)));
        Assert.True(Schedule.IsSilent(Asked.State, Days.Add(Day, 15)));
        Assert.False(Schedule.IsSilent(known, Days.Add(Day, 20)));
        Assert.True(Schedule.IsSilent(askedAgain, Days.Add(Day, 30)));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void ClosableFrom_OpenQuestion_IsAfterThirtyWorkingDays(int workingDays, bool isClosable) =>
        Assert.Equal(isClosable, Schedule.ClosableFrom(Asked.State) <= Days.Add(Day, workingDays));

    /// <summary>At 10:00, 10:20, 10:50 and 12:30: the second and the third share a mail at 11:00.</summary>
    [Fact]
    public void Notices_ManyMessages_AreAtMostOneMailAnHour()
    {
        var file = Written(0, 20, 50, 150);
        var messages = file.Events.Skip(1).ToList();

        Assert.Equal([true, false, false, true], messages.Select(message => DialogueSchedule.IsNotifiedAtOnce(message, file)));
        var second = Written(0, 20, 50);
        var at = CaseFiles.ReportedAt;
        Assert.Equal(at.AddHours(1), DialogueSchedule.NextNotice(second, at.AddMinutes(50)));
        Assert.Empty(Schedule.MailsDue(second, at.AddMinutes(59)));
        Assert.Equal(["message.3"], Schedule.MailsDue(second, at.AddMinutes(60)).Select(mail => mail.Key));
    }

    [Fact]
    public void Notices_ReadMeanwhile_NoLaterMailWaits()
    {
        var file = Written(0, 20);
        var read = With(file, new ReporterMessageRead(), 30);

        Assert.NotNull(DialogueSchedule.NextNotice(file, CaseFiles.ReportedAt.AddMinutes(30)));
        Assert.Null(DialogueSchedule.NextNotice(read, CaseFiles.ReportedAt.AddMinutes(30)));
    }

    private static DateOnly Day => WorkingDays.DayOf(Asked.Events[1].At);

    private static DateTimeOffset After(int workingDays) => WorkingDays.StartOf(Days.Add(Day, workingDays));

    /// <summary>A case with messages so many minutes after its report.</summary>
    private static CaseFile Written(params int[] minutes) =>
        minutes.Aggregate(CaseFiles.Of(CaseFiles.Reported()), (file, minute) => With(file, new ReporterReplied(), minute));

    private static CaseFile With(CaseFile file, CaseChange change, int minute)
    {
        var e = CaseFiles.EventOf(change, file.Events.Count + 1) with
        {
            At = CaseFiles.ReportedAt.AddMinutes(minute),
            By = change is ReporterReplied ? Actor.Reporter : new Actor(ActorRole.Analyst, "Ans"),
        };
        return file with { Events = [.. file.Events, e], State = file.State.After(e) };
    }
}

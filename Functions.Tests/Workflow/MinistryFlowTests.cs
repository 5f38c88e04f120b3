using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Tests.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class MinistryFlowTests
{
    private static readonly LadderSteps Steps = new();

    private readonly MinistryFlow flow = new(new Ladder(new WorkingDays(new WorkingDayOptions())));

    [Fact]
    public void MailsFor_EventsOfTwoMinistries_EachWorkflowPlansItsOwn()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws, Ministry.Szw), new MinistryAskedBack(Ministry.Vws),
            new AnalystAnsweredMinistry(Ministry.Vws, CaseFiles.Due), new MinistryAnswered(Ministry.Szw, Late: false));

        Assert.Equal(["vraag-aan-ministerie.vws.2", "bericht-van-ministerie.vws.3", "antwoord-op-wedervraag.vws.4"], KeysOf(file, Ministry.Vws));
        Assert.Equal(["vraag-aan-ministerie.szw.2", "bericht-van-ministerie.szw.5"], KeysOf(file, Ministry.Szw));
        Assert.Empty(KeysOf(file, Ministry.Ocw));
    }

    [Theory]
    [InlineData("teruggekomen", true)]
    [InlineData("geweigerd", true)]
    [InlineData("afgeleverd", false)]
    public void MailsFor_AQuestionThatCameBack_GoesToTheSecondContact(string state, bool goesOn)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), CaseFiles.Mail(state, Ministry.Vws));

        Assert.Equal(goesOn, KeysOf(file, Ministry.Vws).Any(key => key.EndsWith(".vws.3", StringComparison.Ordinal)));
    }

    [Fact]
    public void MailsDue_OnTheDay_OnlyTheNewestReminderAndThenTheNextMomentAfterIt()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws));
        var request = file.State.RequestTo(Ministry.Vws)!;
        var onTheDay = WorkingDays.MomentOf(CaseFiles.Due, new TimeOnly(7, 0));

        var due = Assert.Single(flow.MailsDue(file, request, Steps, onTheDay));

        Assert.EndsWith("herinnering-op-de-dag", due.Key, StringComparison.Ordinal);
        Assert.True(flow.NextMoment(file, request, Steps, onTheDay) > onTheDay);
    }

    private static IEnumerable<string> KeysOf(CaseFile file, Ministry ministry) =>
        file.Events.SelectMany(e => MinistryFlow.MailsFor(e, file, ministry)).Select(mail => mail.Key);
}

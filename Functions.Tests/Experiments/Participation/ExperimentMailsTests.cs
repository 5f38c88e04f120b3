using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Experiments.Participation;

namespace RegelLoket.Tests.Experiments.Participation;

public sealed class ExperimentMailsTests
{
    private static readonly (CaseChange, Actor) Invited = (Experimenting.Invited(), Experimenting.Ans);

    [Fact]
    public void Due_TwoLinksAndNoMailYet_IsTheNewestLinkAlone()
    {
        var file = Experimenting.After(Invited, Invited);

        Assert.Equal(["experiment.1.invited.6"], ExperimentMails.Due(file).Select(due => due.Mail.Key));
    }

    [Fact]
    public void Due_MailThatIsRecorded_IsNotSentAgain()
    {
        var recorded = new MailRecorded { Key = "experiment.1.invited.6", Kind = "uitnodiging-experiment", State = "verzonden" };

        Assert.Empty(ExperimentMails.Due(Experimenting.After(Invited, Invited, (recorded, Actor.System))));
    }

    [Fact]
    public void Due_SilenceThatReminds_IsOneMailOfItsOwn()
    {
        var file = Experimenting.After(Invited, (new ExperimentSilent(1, Reminds: true), Actor.System));

        Assert.Equal([MailKind.ExperimentInvitation, MailKind.ExperimentReminder],
            ExperimentMails.Due(file).Select(due => due.Mail.Kind));
        Assert.Single(ExperimentMails.Due(Experimenting.After(Invited, (new ExperimentSilent(1, Reminds: false), Actor.System))));
    }

    [Fact]
    public void Due_ContactThatWasErased_IsNone()
    {
        var file = Experimenting.After(Invited);

        Assert.Empty(ExperimentMails.Due(file with { Private = new PrivateCase() }));
    }
}

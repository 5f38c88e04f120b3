using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

/// <summary>Who can be reached is told; old news never goes to a new address.</summary>
public sealed class ReporterMailsTests
{
    [Fact]
    public void IsMailedAbout_EventBeforeThereWasAnAddress_IsNot()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(anonymous: true), new ReporterAsked(), new ContactChanged { Reachable = true }, new ReporterWrittenTo());

        Assert.Equal([false, false, true, true], file.Events.Select(e => ReporterMails.IsMailedAbout(e, file)));
    }

    [Fact]
    public void IsMailedAbout_AddressThatWasTakenOut_IsNot()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new ContactChanged { Reachable = false }, new ReporterAsked());

        Assert.Equal([true, false, false], file.Events.Select(e => ReporterMails.IsMailedAbout(e, file)));
        Assert.All(file.Events, e => Assert.False(ReporterMails.IsMailedAbout(e, file with { Private = new PrivateCase() })));
    }

    [Fact]
    public void IsMailedAbout_AddressOfAFollower_SaysNothingOfTheReporter()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(anonymous: true), CaseFiles.Joined(2), new ContactChanged { Follower = 2, Reachable = true });

        Assert.False(ReporterMails.IsMailedAbout(file.Events[2], file));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("mislukt", true)]
    [InlineData("teruggekomen", true)]
    [InlineData("geweigerd", true)]
    [InlineData("afgewezen", true)]
    [InlineData("verzonden", false)]
    [InlineData("afgeleverd", false)]
    [InlineData("als-spam-gemeld", false)]
    [InlineData("vervallen", false)]
    [InlineData("onbekend", false)]
    public void IsStillToBeTold_ByTheStateOfItsMail_IsTrueUntilItArrived(string? mail, bool expected)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome());

        Assert.Equal(expected, ReporterMails.IsStillToBeNotified(file, 2, mail));
        Assert.Equal(expected && mail is not null, ReporterMails.IsTrouble(mail));
    }
}

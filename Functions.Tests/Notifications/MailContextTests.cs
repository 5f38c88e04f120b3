using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

public sealed class MailContextTests
{
    private static readonly CaseFile File = CaseFiles.Of(
        CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), new NoteAdded(), new MinistryAnswered(Ministry.Vws, Late: false));

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, false)]
    public void IsOvertaken_EventAfterThatOfTheMail_Counts(int number, bool expected) =>
        Assert.Equal(expected, Of(number).IsOvertaken(change => change is MinistryAnswered));

    [Fact]
    public void IsOvertaken_MailThatIsOnlyShown_IsNot() =>
        Assert.False((Of(2) with { Plan = Of(2).Plan with { Event = null } }).IsOvertaken(_ => true));

    [Fact]
    public void Event_OfTheMail_IsThereAsSoonAsItIsInTheStream()
    {
        Assert.IsType<NoteAdded>(Of(3).Event!.What);
        Assert.Null(Of(5).Event);
        Assert.Null((Of(2) with { Plan = Of(2).Plan with { Event = null } }).Event);
    }

    [Fact]
    public void Request_ByRecipientOrByWhatTheMailIsAbout_IsThatOfTheMinistry()
    {
        Assert.Equal(Ministry.Vws, Of(2, Recipient.Of(Ministry.Vws)).Request!.Ministry);
        Assert.Null(Of(2, Recipient.Of(Ministry.Ocw)).Request);
        Assert.Null(Of(2).Request);
        Assert.NotNull((Of(2) with { Plan = Of(2).Plan with { Ministry = Ministry.Vws } }).Request);
    }

    [Fact]
    public void Secret_OfThePrivatePart_IsReadableUntilItIsTakenOut()
    {
        var held = File with { Private = File.Private.WithSecret("link", MailContexts.Secrets.Protect("geheim")) };

        Assert.Equal("geheim", (Of(2) with { File = held }).Secret("link"));
        Assert.Null(Of(2).Secret("link"));
    }

    [Theory]
    [InlineData("/volgen", "https://loket.example/volgen")]
    [InlineData("/reactie#a.b", "https://loket.example/reactie#a.b")]
    public void Link_Path_IsAbsolute(string path, string expected) => Assert.Equal(expected, Of(2).Link(path).ToString());

    private static MailContext Of(int number, Recipient? to = null) => MailContexts.Of(File, number, CaseFiles.Due, to: to);
}

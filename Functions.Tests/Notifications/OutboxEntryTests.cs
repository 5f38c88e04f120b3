using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

/// <summary>What the state of a mail means for its senders and for the people who watch over them.</summary>
public sealed class OutboxEntryTests
{
    private static readonly DateTimeOffset Now = CaseFiles.ReportedAt;

    [Theory]
    [InlineData(MailState.Planned, false, true, false)]
    [InlineData(MailState.Sending, false, true, false)]
    [InlineData(MailState.Sent, true, false, false)]
    [InlineData(MailState.Deferred, true, false, false)]
    [InlineData(MailState.Delivered, true, false, false)]
    [InlineData(MailState.Obsolete, true, false, false)]
    [InlineData(MailState.Bounced, true, true, true)]
    [InlineData(MailState.Blocked, true, true, true)]
    [InlineData(MailState.Dropped, true, true, true)]
    [InlineData(MailState.ReportedAsSpam, true, true, true)]
    [InlineData(MailState.Failed, true, true, true)]
    public void State_OfAMail_SaysWhatIsLeftToDo(MailState state, bool hasEnded, bool isOpen, bool isTrouble)
    {
        var entry = Of(state);

        Assert.Equal((hasEnded, isOpen, isTrouble), (entry.HasEnded, entry.IsOpen, entry.IsTrouble));
    }

    [Fact]
    public void State_EveryState_IsInTheTheoryAbove() => Assert.Equal(11, EnumNames.All<MailState>().Count);

    [Fact]
    public void IsOpen_TroubleThatAColleagueSettled_IsFalse()
    {
        var settled = Of(MailState.Bounced) with { HandledBy = "Ans", HandledAt = Now };

        Assert.False(settled.IsOpen);
        Assert.True(settled.IsTrouble);
    }

    [Fact]
    public void WaitsUntil_MailBeingSent_IsTheEndOfTheClaimAndElseTheNextAttempt()
    {
        var entry = Of(MailState.Sending) with { ClaimedUntil = Now.AddMinutes(2), NextAttemptAt = Now.AddHours(1) };

        Assert.Equal(Now.AddMinutes(2), entry.WaitsUntil);
        Assert.Equal(Now.AddHours(1), (entry with { State = MailState.Planned }).WaitsUntil);
        Assert.Null(Of(MailState.Planned).WaitsUntil);
    }

    private static OutboxEntry Of(MailState state) => new()
    {
        Mail = new PlannedMail { Case = CaseFiles.Number, Key = "mail", Kind = MailKind.Receipt, To = Recipient.Reporter },
        PlannedAt = Now,
        State = state,
    };
}

using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

public sealed class MailRecordsTests
{
    [Theory]
    [InlineData(MailState.Sent, "verzonden")]
    [InlineData(MailState.Delivered, "afgeleverd")]
    [InlineData(MailState.Bounced, "teruggekomen")]
    [InlineData(MailState.Dropped, "geweigerd")]
    [InlineData(MailState.ReportedAsSpam, "als-spam-gemeld")]
    [InlineData(MailState.Failed, "mislukt")]
    public void ChangeOf_MailWithAnEnd_IsRecordedUnderItsKey(MailState state, string slug) => Assert.Equal(
        new MailRecorded { Key = "question.vws", Kind = "vraag-aan-ministerie", State = slug, Ministry = Ministry.Vws },
        MailRecords.ChangeOf(Entry(MailKind.QuestionToMinistry, Recipient.Of(Ministry.Vws), state)));

    [Theory]
    [InlineData(MailState.Planned)]
    [InlineData(MailState.Sending)]
    [InlineData(MailState.Deferred)]
    [InlineData(MailState.Obsolete)]
    public void ChangeOf_MailOnItsWayOrNotNeeded_IsNothing(MailState state) =>
        Assert.Null(MailRecords.ChangeOf(Entry(MailKind.Receipt, Recipient.Reporter, state)));

    /// <summary>The case waits for these: the term in which its reporter may answer begins when they leave.</summary>
    [Theory]
    [InlineData(MailKind.OutcomeToReporter, "uitkomst-aan-melder")]
    [InlineData(MailKind.PublicationToReporter, "publicatie-aan-melder")]
    public void ChangeOf_MailNotNeededForWhoseTermTheCaseWaits_IsRecorded(MailKind kind, string slug) => Assert.Equal(
        new MailRecorded { Key = "question.vws", Kind = slug, State = MailState.Obsolete.Slug() },
        MailRecords.ChangeOf(Entry(kind, Recipient.Reporter, MailState.Obsolete)));

    [Fact]
    public void ChangeOf_MailAboutAMinistry_NamesThatOneAndNotWhoGetsIt()
    {
        var entry = Entry(MailKind.MinistrySilent, Recipient.Coordinators, MailState.Sent);

        Assert.Null(MailRecords.ChangeOf(entry)!.Ministry);
        Assert.Equal(Ministry.Ocw, MailRecords.ChangeOf(entry with { Mail = entry.Mail with { Ministry = Ministry.Ocw } })!.Ministry);
    }

    private static OutboxEntry Entry(MailKind kind, Recipient to, MailState state) => new()
    {
        Mail = new PlannedMail { Case = CaseFiles.Number, Key = "question.vws", Kind = kind, To = to },
        PlannedAt = CaseFiles.ReportedAt,
        State = state,
    };
}

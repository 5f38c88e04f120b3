using FsCheck;
using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

/// <summary>What becomes of a mail around an attempt to send it: none is lost, and none is sent twice without end.</summary>
public sealed class MailAttemptTests
{
    private static readonly DateTimeOffset Now = CaseFiles.ReportedAt;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);
    private static readonly NotificationOptions Options = new() { MaximumAttempts = 3, Pause = TimeSpan.FromMinutes(15) };

    [Fact]
    public void Claimed_PlannedMail_IsOneSendersForAWhile()
    {
        var claimed = MailAttempt.Claimed(Planned() with { NextAttemptAt = Now }, Now, Claim);

        Assert.Equal((MailState.Sending, 1, 0), (claimed.State, claimed.Attempts, claimed.Uncertain));
        Assert.Equal(Now + Claim, claimed.WaitsUntil);
        Assert.Null(claimed.NextAttemptAt);
        Assert.Null(MailAttempt.OrFailed(claimed));
    }

    [Fact]
    public void OrFailed_MailWhoseSenderDied_IsLeftToAPerson()
    {
        var dead = MailAttempt.Claimed(Planned(), Now, Claim);

        var again = MailAttempt.Claimed(dead, Now + Claim, Claim);
        var failed = MailAttempt.OrFailed(again)!;

        Assert.Equal((1, MailState.Failed, MailAttempt.UncertainFault), (again.Uncertain, failed.State, failed.Fault));
        Assert.True(failed.IsOpen && failed.HasEnded && failed.IsTrouble);
    }

    [Fact]
    public void After_Accepted_IsSentWithTheIdOfTheService()
    {
        var sent = After(new SendResult.Accepted("sg-1"), Claimed() with { Fault = "sendgrid-503" });

        Assert.Equal((MailState.Sent, Now, "sg-1"), (sent.State, sent.SentAt!.Value, sent.ProviderId));
        Assert.True(sent.Fault is null && sent.ClaimedUntil is null && sent.HasEnded && !sent.IsOpen);
    }

    [Fact]
    public void After_AddressThatItsServerRefuses_CameBack()
    {
        var returned = After(new SendResult.Returned("smtp-550"), Claimed());

        Assert.Equal((MailState.Bounced, "smtp-550"), (returned.State, returned.Fault));
        Assert.True(returned.HasEnded && returned.IsTrouble && returned.IsOpen);
    }

    [Fact]
    public void After_NoAnswer_IsTriedOnceMoreAndThenLeftToAPerson()
    {
        var once = After(new SendResult.Unknown("geen-antwoord"), Claimed());
        var twice = After(new SendResult.Unknown("geen-antwoord"), MailAttempt.Claimed(once, Now, Claim));

        Assert.Equal((MailState.Planned, 1, "geen-antwoord"), (once.State, once.Uncertain, once.Fault));
        Assert.True(once.NextAttemptAt > Now);
        Assert.Equal((MailState.Failed, MailAttempt.UncertainFault), (twice.State, twice.Fault));
    }

    [Theory]
    [InlineData(1, MailState.Planned)]
    [InlineData(2, MailState.Planned)]
    [InlineData(3, MailState.Failed)]
    public void After_ServiceIsBusy_IsTriedAsOftenAsAllowed(int attempts, MailState expected)
    {
        var after = After(new SendResult.TryLater("sendgrid-503"), Claimed() with { Attempts = attempts });

        Assert.Equal((expected, "sendgrid-503"), (after.State, after.Fault));
        Assert.Equal(expected == MailState.Planned, after.NextAttemptAt is not null);
    }

    [Fact]
    public void After_Refused_IsATask() => Assert.Equal(
        (MailState.Failed, "sendgrid-400"),
        After(new SendResult.Refused("sendgrid-400"), Claimed()) is var e ? (e.State, e.Fault) : default);

    [Fact]
    public void After_ServiceRefusesTheDeskItself_CountsNoAttemptAndWaitsForThePause()
    {
        var after = After(new SendResult.Stopped("sendgrid-401"), Claimed());

        Assert.Equal((MailState.Planned, 0, Now + Options.Pause), (after.State, after.Attempts, after.NextAttemptAt!.Value));
    }

    [Fact]
    public void Settled_MailThatAnotherSenderTookMeanwhile_IsLeftAlone()
    {
        var before = Claimed();
        var after = After(new SendResult.Accepted("sg-1"), before);

        Assert.Null(MailAttempt.Settled(MailAttempt.Claimed(before, Now, Claim), before, after));
        Assert.Null(MailAttempt.Settled(after, before, after));
    }

    [Fact]
    public void Settled_MailWithADeliveryReport_KeepsWhatTheServiceSaid()
    {
        var before = Claimed();
        var reported = before with
        { State = MailState.Bounced, Deliveries = [new DeliveryReport("1", MailState.Bounced, Now)], Fault = "bounce" };

        var settled = MailAttempt.Settled(reported, before, After(new SendResult.Accepted("sg-1"), before))!;

        Assert.Equal((MailState.Bounced, "bounce", "sg-1", Now), (settled.State, settled.Fault, settled.ProviderId, settled.SentAt!.Value));
        Assert.Null(settled.ClaimedUntil);
    }

    [Property]
    public void DelayBefore_AnyAttempt_GrowsToAnHourAndAHalf(PositiveInt attempt)
    {
        var delay = MailAttempt.DelayBefore(attempt.Get, asked: null);
        var least = TimeSpan.FromSeconds(Math.Min(3600, 30 * Math.Pow(2, Math.Min(attempt.Get - 1, 10))));

        Assert.InRange(delay, least, least * 1.5);
    }

    [Property]
    public void DelayBefore_ServiceAsksForATime_IsThatTimeAndAtMostHalfMore(PositiveInt attempt, ushort seconds)
    {
        var asked = TimeSpan.FromSeconds(seconds);

        Assert.InRange(MailAttempt.DelayBefore(attempt.Get, asked), asked, asked * 1.5);
    }

    private static OutboxEntry After(SendResult result, OutboxEntry claimed) => MailAttempt.After(claimed, result, Now, Options);

    private static OutboxEntry Claimed() => MailAttempt.Claimed(Planned(), Now, Claim);

    private static OutboxEntry Planned() => new()
    {
        Mail = new PlannedMail { Case = CaseFiles.Number, Key = "receipt.1", Kind = MailKind.Receipt, To = Recipient.Reporter },
        PlannedAt = Now,
    };
}

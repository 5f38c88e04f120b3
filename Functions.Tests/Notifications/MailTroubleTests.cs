using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Storage;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Notifications;

/// <summary>Mails that end as a task for a person, which the mail of the next morning lists.</summary>
[Collection(nameof(CaseStorage))]
public sealed class MailTroubleTests(AzuriteFixture azurite) : SendingTests(azurite, ("SendGrid:Timeout", "00:00:01"))
{
    [Fact]
    public async Task Send_NoAnswerInTime_IsTriedOnceMoreAndThenLeftToAPerson()
    {
        Stub.Answer = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);

        for (var i = 0; i < 4; i++)
        {
            await Host.SendAsync(mail);
            Host.Clock.Advance(TimeSpan.FromHours(3));
        }

        Assert.Equal(2, Stub.Mails.Count);
        Assert.Single(Stub.Mails.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct());
        Assert.Equal((MailState.Failed, "onzeker-verzonden"), await Host.EntryAsync(mail) is var e ? (e.State, e.Fault) : default);
        Assert.Equal([("ontvangst", MailState.Failed)], await LostMailsAsync(file));
    }

    [Fact]
    public async Task Send_MailIsRefused_IsATaskAndCanBeSentAgain()
    {
        Stub.Answer = (number, http) =>
        {
            http.Response.StatusCode = number == 1 ? StatusCodes.Status400BadRequest : StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        };
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);
        await Host.SendAsync(mail);
        Assert.Equal((MailState.Failed, "sendgrid-400"), await Host.EntryAsync(mail) is var e ? (e.State, e.Fault) : default);
        Assert.Equal([("ontvangst", MailState.Failed)], await LostMailsAsync(file));

        Assert.True(await Host.Outbox.SendAgainAsync(file.Number, mail.Key, default));
        await Host.Dispatch.SendAsync(file.Number, "receipt.1.opnieuw-1", planned: null, default);

        Assert.Equal(2, Stub.Mails.Count);
        Assert.Equal(2, Stub.Mails.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct().Count());
        Assert.DoesNotContain(await Host.Outbox.OpenAsync(default).ToListAsync(), o => o.Mail.Case == file.Number
            && o.Mail.Key == mail.Key);
        Assert.Empty(await LostMailsAsync(file));
    }

    [Fact]
    public async Task GiveUp_PoisonedMessage_IsATaskForTheCoordinator()
    {
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);

        await Host.Dispatch.GiveUpAsync(file.Number, mail.Key, default);
        await Host.SendAsync(mail);

        Assert.Empty(Stub.Mails);
        Assert.Equal(MailState.Failed, (await Host.EntryAsync(mail)).State);
        Assert.Equal([("ontvangst", MailState.Failed)], await LostMailsAsync(file));
    }

    /// <summary>The overview must go on: it is where the person who has to act looks.</summary>
    [Fact]
    public async Task List_SecretWhoseKeyWasRevoked_SaysWhyItCannotGoAgain()
    {
        var file = await Host.CreateCaseAsync();
        await Host.Store.ChangePrivateAsync(
            file, held => held.WithSecret(ProtectedSecrets.FollowCode, "van een sleutel die er niet is"), default);
        var mail = await Host.PlanReceiptAsync(file);

        // Its message would wait for the test that drains the queue next.
        await Host.Queues.GetQueueClient(Outbox.QueueName).ClearMessagesAsync();
        await Host.Dispatch.GiveUpAsync(file.Number, mail.Key, default);

        var listed = await ActivatorUtilities.CreateInstance<MailRepair>(Host.Services).ListAsync(100, default);

        Assert.StartsWith(
            "De sleutel", listed.Single(trouble => trouble.Entry.Mail.Case == file.Number).WhyNotAgain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GiveUp_MailOfACase_SendsNoMailAboutIt()
    {
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);

        await Host.Dispatch.GiveUpAsync(file.Number, mail.Key, default);

        Assert.Equal([mail.Key], (await Host.Outbox.OfCaseAsync(file.Number, default)).Select(entry => entry.Mail.Key));
    }

    /// <summary>What the morning mail and the workbench see of a case.</summary>
    private async Task<IEnumerable<(string Kind, MailState State)>> LostMailsAsync(CaseFile file) =>
        LostMail.AllOf((await Host.Store.FindAsync(file.Number, default))!).Select(mail => (mail.Kind, mail.State));
}

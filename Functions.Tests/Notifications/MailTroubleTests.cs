using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>Mails that end as a task for a person.</summary>
[Collection(nameof(CaseStorage))]
public sealed class MailTroubleTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private SendGridStub stub = null!;
    private MailHost host = null!;

    public async Task InitializeAsync()
    {
        stub = await SendGridStub.StartAsync();
        host = await OpenAsync();
        await host.Gate.OpenAsync(default);
    }

    public async Task DisposeAsync()
    {
        await host.Gate.OpenAsync(default);
        host.Dispose();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsTriedOnceMoreAndThenLeftToAPerson()
    {
        stub.Answer = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var file = await host.CreateCaseAsync();
        var mail = await host.PlanReceiptAsync(file);

        for (var i = 0; i < 4; i++)
        {
            await host.SendAsync(mail);
            host.Clock.Advance(TimeSpan.FromHours(3));
        }

        Assert.Equal(2, stub.Mails.Count);
        Assert.Single(stub.Mails.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct());
        Assert.Equal((MailState.Failed, "onzeker-verzonden"), await host.EntryAsync(mail) is var e ? (e.State, e.Fault) : default);
        Assert.NotNull(await host.Outbox.FindAsync(file.Number, "post.receipt.1", default));
    }

    [Fact]
    public async Task Send_MailIsRefused_IsATaskAndCanBeSentAgain()
    {
        stub.Answer = (number, http) =>
        {
            http.Response.StatusCode = number == 1 ? StatusCodes.Status400BadRequest : StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        };
        var file = await host.CreateCaseAsync();
        var mail = await host.PlanReceiptAsync(file);
        await host.SendAsync(mail);
        Assert.Equal((MailState.Failed, "sendgrid-400"), await host.EntryAsync(mail) is var e ? (e.State, e.Fault) : default);

        Assert.True(await host.Outbox.SendAgainAsync(file.Number, mail.Key, default));
        await host.Dispatch.SendAsync(file.Number, "receipt.1.opnieuw-1", planned: null, default);

        Assert.Equal(2, stub.Mails.Count);
        Assert.Equal(2, stub.Mails.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct().Count());
        Assert.DoesNotContain(await host.Outbox.OpenAsync(default).ToListAsync(), o => o.Mail.Case == file.Number
            && o.Mail.Key == mail.Key);
    }

    [Fact]
    public async Task GiveUp_PoisonedMessage_IsATaskForTheCoordinator()
    {
        var file = await host.CreateCaseAsync();
        var mail = await host.PlanReceiptAsync(file);

        await host.Dispatch.GiveUpAsync(file.Number, mail.Key, default);
        await host.SendAsync(mail);

        Assert.Empty(stub.Mails);
        Assert.Equal(MailState.Failed, (await host.EntryAsync(mail)).State);
        Assert.Equal(MailKind.MailTrouble, (await host.Outbox.FindAsync(file.Number, "post.receipt.1", default))!.Mail.Kind);
    }

    private Task<MailHost> OpenAsync() =>
        MailHost.OpenAsync(azurite, [("SendGrid:Host", stub.Address.ToString()), ("SendGrid:Timeout", "00:00:01")]);
}

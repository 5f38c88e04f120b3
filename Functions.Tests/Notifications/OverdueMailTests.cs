using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>Mails that a crash or a lost message left behind.</summary>
[Collection(nameof(CaseStorage))]
public sealed class OverdueMailTests(AzuriteFixture azurite) : IAsyncLifetime
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
    public async Task WakeOverdue_EndThatWasNotRecorded_IsWokenUntilItIs()
    {
        var file = await host.CreateCaseAsync();
        var mail = await host.PlanReceiptAsync(file);
        await host.Outbox.ChangeAsync(mail.Case, mail.Key, entry => entry with { State = MailState.Sent }, default);
        var later = host.Clock.GetUtcNow().AddMinutes(1);

        var before = await host.WakeOverdueAsync(later);
        await host.SendAsync(mail);
        var after = await host.WakeOverdueAsync(later);

        Assert.Equal(before - 1, after);
        Assert.Single((await host.Store.FindAsync(file.Number, default))!.Events, e => e.What is MailRecorded);
    }

    [Fact]
    public async Task WakeOverdue_MessageThatWasLost_IsPutOnTheQueueAgain()
    {
        var file = await host.CreateCaseAsync();
        await host.PlanReceiptAsync(file);

        Assert.True(await host.WakeOverdueAsync(host.Clock.GetUtcNow().AddMinutes(1)) >= 1);
    }

    [Fact]
    public async Task ReconcileMails_AMailThatCannotBeRead_StopsNoOther()
    {
        await using var storage = new AzuriteFixture();
        await storage.StartAsync();
        using var desk = await MailHost.OpenAsync(storage, Settings);
        var blobs = desk.Services.GetRequiredService<BlobServiceClient>();
        foreach (var container in new[] { Outbox.Container, Outbox.OpenContainer })
        {
            await blobs.GetBlobContainerClient(container).UploadBlobAsync("0/broken", new BinaryData("{"));
        }

        var mail = await desk.PlanReceiptAsync(await desk.CreateCaseAsync());
        await desk.Queues.GetQueueClient(Outbox.QueueName).ClearMessagesAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(mail, Assert.Single(await desk.Outbox.OpenAsync(default).ToListAsync()).Mail);
        await desk.Functions.ReconcileMails(new(), default);
        await desk.DrainAsync();

        Assert.Equal(MailState.Sent, (await desk.EntryAsync(mail)).State);
    }

    private (string, string)[] Settings => [("SendGrid:Host", stub.Address.ToString()), ("SendGrid:Timeout", "00:00:01")];

    private Task<MailHost> OpenAsync() => MailHost.OpenAsync(azurite, Settings);
}

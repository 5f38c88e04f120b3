using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>Mails that a crash or a lost message left behind.</summary>
[Collection(nameof(CaseStorage))]
public sealed class OverdueMailTests(AzuriteFixture azurite) : SendingTests(azurite, ("SendGrid:Timeout", "00:00:01"))
{
    [Fact]
    public async Task WakeOverdue_EndThatWasNotRecorded_IsWokenUntilItIs()
    {
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);
        await Host.Outbox.ChangeAsync(mail.Case, mail.Key, entry => entry with { State = MailState.Sent }, default);
        var later = Host.Clock.GetUtcNow().AddMinutes(1);

        var before = await Host.WakeOverdueAsync(later);
        await Host.SendAsync(mail);
        var after = await Host.WakeOverdueAsync(later);

        Assert.Equal(before - 1, after);
        Assert.Single((await Host.Store.FindAsync(file.Number, default))!.Events, e => e.What is MailRecorded);
    }

    [Fact]
    public async Task WakeOverdue_MessageThatWasLost_IsPutOnTheQueueAgain()
    {
        var file = await Host.CreateCaseAsync();
        await Host.PlanReceiptAsync(file);

        Assert.True(await Host.WakeOverdueAsync(Host.Clock.GetUtcNow().AddMinutes(1)) >= 1);
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
        await desk.Reconciler.ReconcileMails(new(), default);
        await desk.DrainAsync();

        Assert.Equal(MailState.Sent, (await desk.EntryAsync(mail)).State);
    }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Workbench;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

[Collection(AppCollection.Name)]
public sealed class CaseActivitiesTests(AppFixture app)
{
    [Fact]
    public async Task AdvanceCase_TheOtherCaseCannotBeRead_ItsOwnMailsLeaveAllTheSame()
    {
        var (main, merged) = (CaseNumber.Parse((await TestCase.ReportAsync(app)).Number),
            CaseNumber.Parse((await TestCase.ReportAsync(app)).Number));
        var store = app.Services.GetRequiredService<CaseStore>();
        await Journey.UntilAsync(async () => (await store.FindAsync(merged, default))!.Events.Any(e => e.What is MailRecorded),
            "the receipt");
        CaseFile? file;
        do
        {
            file = (await store.FindAsync(merged, default))!;
            file = await store.AppendAsync(file, new NewEvent(Actor.System, new CaseMerged(main)), null, default);
        }
        while (file is null);
        var held = app.Storage.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(main.Value);
        var asItWas = (await held.DownloadContentAsync()).Value.Content;
        await held.UploadAsync(new BinaryData("{"), overwrite: true);

        await Assert.ThrowsAsync<JsonException>(() => ActivatorUtilities.CreateInstance<CaseActivities>(app.Services)
            .AdvanceCase(new Advance(merged.Value, null, file.State.Version - 1, null), null!, default));
        await held.UploadAsync(asItWas, overwrite: true);

        var mail = await app.Services.GetRequiredService<Outbox>().FindAsync(merged, $"merged.{file.State.Version}", default);
        Assert.Equal(MailKind.MergedToReporter, mail!.Mail.Kind);
    }
}

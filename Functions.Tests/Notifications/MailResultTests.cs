using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Escalation.Inbound;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>What a colleague sees of a mail follows what the service says of it, and not what was tried.</summary>
[Collection(nameof(CaseStorage))]
public sealed class MailResultTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private SendGridStub stub = null!;
    private MailHost host = null!;

    public async Task InitializeAsync()
    {
        stub = await SendGridStub.StartAsync();
        host = await MailHost.OpenAsync(azurite, ("SendGrid:Host", stub.Address.ToString()));
        await host.Gate.OpenAsync(default);
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task SendAgain_BouncedReceipt_Case11_IsNotOfferedWithTheReasonAndStaysOnTheList()
    {
        var mail = await SentAsync();
        await ReportAsync("bounce", mail);

        var row = await RowAsync(mail);
        var refusal = await Repair.SendAgainAsync(mail.Case, mail.Key, default);

        Assert.Contains("code", row!.WhyNotAgain, StringComparison.Ordinal);
        Assert.Equal(row.WhyNotAgain, refusal);
        Assert.NotNull(await RowAsync(mail));
        Assert.Single(stub.Mails);
        var ans = new Actor(ActorRole.Coordinator, "Ans", "ans");
        Assert.True(await Repair.SettleAsync(mail.Case, mail.Key, ans, default));
        Assert.True(await Repair.SettleAsync(mail.Case, mail.Key, ans, default));
        Assert.Null(await RowAsync(mail));
        var settled = Assert.Single((await host.Store.FindAsync(mail.Case!.Value, default))!.Events,
            e => e.What is MailRecorded { State: MailRecorded.Settled });
        Assert.Equal(ans, settled.By);
    }

    [Fact]
    public async Task SendAgain_MailThatWasRefused_StaysOnTheListUntilAnotherOneWent()
    {
        stub.Answer = (number, http) =>
        {
            http.Response.StatusCode = number <= 2 ? StatusCodes.Status400BadRequest : StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        };
        var mail = await SentAsync();

        Assert.Null(await Repair.SendAgainAsync(mail.Case, mail.Key, default));
        Assert.NotNull(await RowAsync(mail));
        await SendAgainAsync(mail, 1);
        Assert.NotNull(await RowAsync(mail));
        Assert.Null(await Repair.SendAgainAsync(mail.Case, mail.Key, default));
        Assert.Contains("opnieuw gestuurd", (await RowAsync(mail))!.WhyNotAgain, StringComparison.Ordinal);
        await SendAgainAsync(mail, 2);

        Assert.Null(await RowAsync(mail));
        Assert.Equal(3, stub.Mails.Count);
    }

    [Fact]
    public async Task Report_OnAMailWithoutACase_IsItsState()
    {
        await host.Services.GetRequiredService<InboundMailStore>().KeepForDeskAsync(
            new string('a', 64), SampleMails.MailOf("Hallo?") with { ReceivedAt = host.Clock.GetUtcNow() }, waits: true, default);
        var mail = UnplacedMail.NoticeOf(WorkingDays.DayOf(host.Clock.GetUtcNow())) with { Key = $"inbound.{Guid.NewGuid():N}" };
        await host.Outbox.PlanAsync(mail, default);
        await host.SendAsync(mail);

        await ReportAsync("bounce", mail);

        Assert.Equal(MailState.Bounced, (await host.EntryAsync(mail)).State);
        Assert.NotNull(await RowAsync(mail));
    }

    [Fact]
    public async Task Report_WhoseFirstTryBrokeOffBehindTheEntry_IsFinishedByItsRepeat()
    {
        var mail = await SentAsync();
        await host.Outbox.ChangeAsync(mail.Case, mail.Key, entry => entry with
        {
            State = MailState.Bounced,
            Deliveries = [new DeliveryReport("r1", MailState.Bounced, host.Clock.GetUtcNow())],
        }, default);

        await ReportAsync("bounce", mail, "r1");
        await ReportAsync("bounce", mail, "r1");

        var file = (await host.Store.FindAsync(mail.Case!.Value, default))!;
        Assert.Single(file.Events, e => e.What is MailRecorded { State: "teruggekomen" });
        Assert.NotNull(await host.Outbox.FindAsync(mail.Case, $"post.{mail.Key}", default));
    }

    /// <summary>A code to confirm an address is in no case and in no outbox until the service says that it did not arrive.</summary>
    [Theory]
    [InlineData("bounce", "Teruggekomen")]
    [InlineData("dropped", "Niet verzonden door de maildienst")]
    public async Task Report_OfACodeThatBelongsToNoCase_IsOnTheListWithoutItsAddressUntilItsTerm(string state, string label)
    {
        var direct = host.Services.GetRequiredService<DirectMail>();
        Assert.True(EmailAddress.TryParse("mia.melder@zorg.example", out var address));
        Assert.True(await direct.SendAsync(address, "bevestiging", new MailContent
        { Subject = "Je code", Ask = "Je code is 123456.", Parts = [], Link = null }, default));
        var key = stub.Mails.Last().GetProperty("custom_args").GetProperty("outboxId").GetString()!;
        var mail = new PlannedMail { Key = key, Kind = MailKind.DirectCode, To = Recipient.Reporter };

        await ReportAsync("delivered", mail);
        Assert.Null(await RowAsync(mail));
        var report = ReportOf(state, mail, id: null);
        report["email"] = "mia.melder@zorg.example";
        await ReportAsync([report]);
        await ReportAsync([report]);

        var row = (await RowAsync(mail))!;
        Assert.Equal((label, "zorg.example"), (row.Entry.State.Label(), row.Entry.Domain));
        Assert.Contains("code", row.WhyNotAgain, StringComparison.Ordinal);
        Assert.DoesNotContain("mia", JsonSerializer.Serialize(row.Entry), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mia", key, StringComparison.OrdinalIgnoreCase);
        await direct.DeleteExpiredAsync(default);
        Assert.NotNull(await RowAsync(mail));
        host.Clock.Advance(TimeSpan.FromDays(31));
        await direct.DeleteExpiredAsync(default);
        Assert.Null(await host.Outbox.FindAsync(null, key, default));
        Assert.Null(await RowAsync(mail));
    }

    [Fact]
    public async Task Report_UnderAKeyThatIsNoneOfOurs_IsNotKept()
    {
        foreach (var key in new[] { "direct.geheim", "direct.2026-11-30.geheim", "../direct.2026-11-30.0", "receipt.1" })
        {
            await ReportAsync("bounce", new PlannedMail { Key = key, Kind = MailKind.DirectCode, To = Recipient.Reporter });
            Assert.Null(await host.Outbox.FindAsync(null, key, default));
        }
    }

    [Theory]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status400BadRequest)]
    [InlineData(StatusCodes.Status401Unauthorized)]
    public async Task Report_ThatComesBeforeTheServicesAnswer_IsNotOverwrittenByIt(int answer)
    {
        var mail = await host.PlanReceiptAsync(await host.CreateCaseAsync());
        stub.Answer = async (_, http) =>
        {
            await ReportAsync("delivered", mail);
            http.Response.StatusCode = answer;
        };

        await host.SendAsync(mail);
        await host.Gate.OpenAsync(default);

        Assert.Equal(MailState.Delivered, (await host.EntryAsync(mail)).State);
        await host.DrainAsync();
        Assert.Single(stub.Mails, sent => sent.GetProperty("custom_args").GetProperty("zaaknummer").GetString() == mail.Case!.Value.Value);
    }

    [Fact]
    public async Task ActAsSystem_WhenOthersAreFirstEachTime_FailsAndDoesNotSayThatItIsDone()
    {
        var file = await host.CreateCaseAsync();
        using var other = new CaseStore(host.Services.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>(), host.Clock);
        var service = host.Services.GetRequiredService<CaseService>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => service.ActAsSystemAsync(file.Number, null, current =>
        {
            BeFirst(other, file.Number);
            return new NewEvent(Actor.System, new CaseClosed());
        }, default));
    }

    [Fact]
    public async Task Report_OnACaseThatCannotBeRead_HoldsUpNoOtherOfTheBatch()
    {
        var (broken, whole) = (await SentAsync(), await SentAsync());
        var held = host.Services.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>()
            .GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(broken.Case!.Value.Value);
        var asItWas = (await held.DownloadContentAsync()).Value.Content;
        await held.UploadAsync(new BinaryData("{"), overwrite: true);

        await Assert.ThrowsAsync<AggregateException>(() => ReportAsync("bounce", broken, whole));
        await held.UploadAsync(asItWas, overwrite: true);

        var file = (await host.Store.FindAsync(whole.Case!.Value, default))!;
        Assert.Single(file.Events, e => e.What is MailRecorded { State: "teruggekomen" });
    }

    [Fact]
    public async Task Outcome_ThatCannotGoAnywhere_IsRecordedSoThatTheCaseWaitsForNothing()
    {
        var file = await host.CreateCaseAsync();
        file = (await host.Store.AppendAsync(file, new NewEvent(Actor.System,
            new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = new DateOnly(2099, 1, 1) }),
            held => held with { Reporter = null }, default))!;
        var mail = new PlannedMail
        { Case = file.Number, Key = "outcome.2", Kind = MailKind.OutcomeToReporter, To = Recipient.Reporter, Event = 2 };

        await host.Outbox.PlanAsync(mail, default);
        await host.SendAsync(mail);

        Assert.Equal("vervallen", (await host.Store.FindAsync(file.Number, default))!.State.Outcome!.Mail);
    }

    /// <summary>Changes a case as another process does, while somebody decides on it.</summary>
    private static void BeFirst(CaseStore other, CaseNumber number) => Task.Run(async () => await other.AppendAsync(
        (await other.FindAsync(number, default))!, new NewEvent(Actor.System, new NoteAdded()), null, default)).Wait();

    private MailRepair Repair => host.Services.GetRequiredService<MailRepair>();

    private async Task<PlannedMail> SentAsync()
    {
        var mail = await host.PlanReceiptAsync(await host.CreateCaseAsync());
        await host.SendAsync(mail);
        return mail;
    }

    private Task SendAgainAsync(PlannedMail mail, int which) =>
        host.Dispatch.SendAsync(mail.Case, $"{mail.Key}.opnieuw-{which}", planned: null, default);

    private async Task<MailTrouble?> RowAsync(PlannedMail mail) => (await Repair.ListAsync(10_000, default))
        .SingleOrDefault(row => row.Entry.Mail.Case == mail.Case && row.Entry.Mail.Key == mail.Key);

    private Task ReportAsync(string state, PlannedMail mail, string? id) => ReportAsync([ReportOf(state, mail, id)]);

    private Task ReportAsync(string state, params PlannedMail[] mails) =>
        ReportAsync([.. mails.Select(mail => ReportOf(state, mail, id: null))]);

    private Dictionary<string, object> ReportOf(string state, PlannedMail mail, string? id) => new()
    {
        ["event"] = state,
        ["sg_event_id"] = id ?? Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
        ["timestamp"] = host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["zaaknummer"] = mail.Case?.Value ?? "",
        ["outboxId"] = mail.Key,
    };

    private async Task ReportAsync(Dictionary<string, object>[] reports)
    {
        var batch = JsonSerializer.SerializeToUtf8Bytes(reports);
        Assert.NotNull(await host.Services.GetRequiredService<SendGridEvents>().TakeAsync(batch, workflows: null!, default));
    }
}

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Escalation.Mails;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Escalation.Inbound;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>What a colleague sees of a mail follows what the service says of it, and not what was tried.</summary>
[Collection(nameof(CaseStorage))]
public sealed class MailResultTests(AzuriteFixture azurite) : SendingTests(azurite)
{
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
        Assert.Single(Stub.Mails);
        var ans = new Actor(ActorRole.Coordinator, "Ans", "ans");
        Assert.True(await Repair.SettleAsync(mail.Case, mail.Key, ans, default));
        Assert.True(await Repair.SettleAsync(mail.Case, mail.Key, ans, default));
        Assert.Null(await RowAsync(mail));
        var settled = Assert.Single((await Host.Store.FindAsync(mail.Case!.Value, default))!.Events,
            e => e.What is MailRecorded { State: MailRecorded.Settled });
        Assert.Equal(ans, settled.By);
    }

    [Fact]
    public async Task SendAgain_MailThatWasRefused_StaysOnTheListUntilAnotherOneWent()
    {
        Stub.Answer = (number, http) =>
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
        Assert.Equal(3, Stub.Mails.Count);
    }

    [Fact]
    public async Task Report_OnAMailWithoutACase_IsItsState()
    {
        await Host.Services.GetRequiredService<InboundMailStore>().KeepForDeskAsync(
            new string('a', 64), SampleMails.MailOf("Hallo?") with { ReceivedAt = Host.Clock.GetUtcNow() }, waits: true, default);
        var mail = UnplacedMail.NoticeOf(WorkingDays.DayOf(Host.Clock.GetUtcNow())) with { Key = $"inbound.{Guid.NewGuid():N}" };
        await Host.Outbox.PlanAsync(mail, default);
        await Host.SendAsync(mail);

        await ReportAsync("bounce", mail);

        Assert.Equal(MailState.Bounced, (await Host.EntryAsync(mail)).State);
        Assert.NotNull(await RowAsync(mail));
    }

    [Fact]
    public async Task Report_WhoseFirstTryBrokeOffBehindTheEntry_IsFinishedByItsRepeat()
    {
        var mail = await SentAsync();
        await Host.Outbox.ChangeAsync(mail.Case, mail.Key, entry => entry with
        {
            State = MailState.Bounced,
            Deliveries = [new DeliveryReport("r1", MailState.Bounced, Host.Clock.GetUtcNow())],
        }, default);

        await ReportAsync("bounce", mail, "r1");
        await ReportAsync("bounce", mail, "r1");

        var file = (await Host.Store.FindAsync(mail.Case!.Value, default))!;
        Assert.Single(file.Events, e => e.What is MailRecorded { State: "teruggekomen" });
        Assert.Single(await Host.Outbox.OfCaseAsync(file.Number, default));
    }

    /// <summary>A code to confirm an address is in no case and in no outbox until the service says that it did not arrive.</summary>
    [Theory]
    [InlineData("bounce", "Teruggekomen")]
    [InlineData("blocked", "Afgewezen door de ontvanger, misschien tijdelijk")]
    [InlineData("dropped", "Niet verzonden door de maildienst")]
    public async Task Report_OfACodeThatBelongsToNoCase_IsOnTheListWithoutItsAddressUntilItsTerm(string state, string label)
    {
        var direct = Host.Services.GetRequiredService<DirectMail>();
        Assert.True(EmailAddress.TryParse("mia.melder@zorg.example", out var address));
        Assert.True(await direct.SendAsync(address, "bevestiging", new MailContent
        { Subject = "Je code", Ask = "Je code is 123456.", Parts = [], Link = null }, default));
        var key = Stub.Mails.Last().GetProperty("custom_args").GetProperty("outboxId").GetString()!;
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
        Host.Clock.Advance(TimeSpan.FromDays(31));
        await direct.DeleteExpiredAsync(default);
        Assert.Null(await Host.Outbox.FindAsync(null, key, default));
        Assert.Null(await RowAsync(mail));
    }

    [Fact]
    public async Task Report_UnderAKeyThatIsNoneOfOurs_IsNotKept()
    {
        foreach (var key in new[] { "direct.geheim", "direct.2026-11-30.geheim", "../direct.2026-11-30.0", "receipt.1" })
        {
            await ReportAsync("bounce", new PlannedMail { Key = key, Kind = MailKind.DirectCode, To = Recipient.Reporter });
            Assert.Null(await Host.Outbox.FindAsync(null, key, default));
        }
    }

    [Theory]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status400BadRequest)]
    [InlineData(StatusCodes.Status401Unauthorized)]
    public async Task Report_ThatComesBeforeTheServicesAnswer_IsNotOverwrittenByIt(int answer)
    {
        var mail = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());
        Stub.Answer = async (_, http) =>
        {
            await ReportAsync("delivered", mail);
            http.Response.StatusCode = answer;
        };

        await Host.SendAsync(mail);
        await Host.Gate.OpenAsync(default);

        Assert.Equal(MailState.Delivered, (await Host.EntryAsync(mail)).State);
        await Host.DrainAsync();
        Assert.Single(Stub.Mails, sent => sent.GetProperty("custom_args").GetProperty("zaaknummer").GetString() == mail.Case!.Value.Value);
    }

    [Fact]
    public async Task ActAsSystem_WhenOthersAreFirstEachTime_FailsAndDoesNotSayThatItIsDone()
    {
        var file = await Host.CreateCaseAsync();
        using var other = new CaseStore(Host.Services.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>(), Host.Clock);
        var service = Host.Services.GetRequiredService<CaseService>();

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
        var held = Host.Services.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>()
            .GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(broken.Case!.Value.Value);
        var asItWas = (await held.DownloadContentAsync()).Value.Content;
        await held.UploadAsync(new BinaryData("{"), overwrite: true);

        await Assert.ThrowsAsync<AggregateException>(() => ReportAsync("bounce", broken, whole));
        await held.UploadAsync(asItWas, overwrite: true);

        var file = (await Host.Store.FindAsync(whole.Case!.Value, default))!;
        Assert.Single(file.Events, e => e.What is MailRecorded { State: "teruggekomen" });
    }

    [Fact]
    public async Task Outcome_ThatCannotGoAnywhere_IsRecordedSoThatTheCaseWaitsForNothing()
    {
        var file = await Host.CreateCaseAsync();
        file = (await Host.Store.AppendAsync(file, new NewEvent(Actor.System,
            new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = new DateOnly(2099, 1, 1) }),
            held => held with { Reporter = null }, default))!;
        var mail = new PlannedMail
        { Case = file.Number, Key = "outcome.2", Kind = MailKind.OutcomeToReporter, To = Recipient.Reporter, Event = 2 };

        await Host.Outbox.PlanAsync(mail, default);
        await Host.SendAsync(mail);

        Assert.Equal("vervallen", (await Host.Store.FindAsync(file.Number, default))!.State.Outcome!.Mail);
    }

    /// <summary>A message of the queue holds the mail as it was planned, and may come late, when the case needs the mail no more.</summary>
    [Fact]
    public async Task Outcome_ThatWasSent_IsNotRecordedAsNeedlessByALateMessage()
    {
        var file = await Host.CreateCaseAsync();
        file = (await Host.Store.AppendAsync(file, new NewEvent(Actor.System,
            new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = new DateOnly(2099, 1, 1) })
        { Texts = new Dictionary<string, string> { [TextNames.ReporterText] = "Het kan al." } }, null, default))!;
        var mail = new PlannedMail
        { Case = file.Number, Key = "outcome.2", Kind = MailKind.OutcomeToReporter, To = Recipient.Reporter, Event = 2 };
        await Host.Outbox.PlanAsync(mail, default);
        var planned = await Host.EntryAsync(mail);
        await Host.SendAsync(mail);
        var sent = (await Host.Store.FindAsync(file.Number, default))!;
        Assert.Equal("verzonden", sent.State.Outcome!.Mail);
        Assert.True(await Host.Store.ChangePrivateAsync(sent, held => held with { Reporter = null }, default));

        await Host.Dispatch.SendAsync(mail.Case, mail.Key, planned, default);

        var after = (await Host.Store.FindAsync(file.Number, default))!;
        Assert.Equal("verzonden", after.State.Outcome!.Mail);
        Assert.Equal(sent.State.Version, after.State.Version);
        Assert.Equal(MailState.Sent, (await Host.EntryAsync(mail)).State);
    }

    /// <summary>Changes a case as another process does, while somebody decides on it.</summary>
    private static void BeFirst(CaseStore other, CaseNumber number) => Task.Run(async () => await other.AppendAsync(
        (await other.FindAsync(number, default))!, new NewEvent(Actor.System, new NoteAdded()), null, default)).Wait();

    private MailRepair Repair => Host.Services.GetRequiredService<MailRepair>();

    private async Task<PlannedMail> SentAsync()
    {
        var mail = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());
        await Host.SendAsync(mail);
        return mail;
    }

    private Task SendAgainAsync(PlannedMail mail, int which) =>
        Host.Dispatch.SendAsync(mail.Case, $"{mail.Key}.opnieuw-{which}", planned: null, default);

    private async Task<MailTrouble?> RowAsync(PlannedMail mail) => (await Repair.ListAsync(10_000, default))
        .SingleOrDefault(row => row.Entry.Mail.Case == mail.Case && row.Entry.Mail.Key == mail.Key);

    private Task ReportAsync(string state, PlannedMail mail, string? id) => ReportAsync([ReportOf(state, mail, id)]);

    private Task ReportAsync(string state, params PlannedMail[] mails) =>
        ReportAsync([.. mails.Select(mail => ReportOf(state, mail, id: null))]);

    private Dictionary<string, object> ReportOf(string state, PlannedMail mail, string? id) => new()
    {
        ["event"] = state == "blocked" ? "bounce" : state,
        ["type"] = state == "blocked" ? "blocked" : "bounce",
        ["sg_event_id"] = id ?? Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
        ["timestamp"] = Host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["zaaknummer"] = mail.Case?.Value ?? "",
        ["outboxId"] = mail.Key,
    };

    private async Task ReportAsync(Dictionary<string, object>[] reports)
    {
        var batch = JsonSerializer.SerializeToUtf8Bytes(reports);
        Assert.NotNull(await Host.Services.GetRequiredService<SendGridEvents>().TakeAsync(batch, workflows: null!, default));
    }
}

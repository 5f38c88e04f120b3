using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Escalation.Mails;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Notifications;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>To which question a mail belongs, what it is there, and that none of the desk's ends in silence.</summary>
public sealed class InboundMailServiceTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private const string Domain = "antwoord.example";

    private MailHost host = null!;

    private InboundMailService Service => host.Services.GetRequiredService<InboundMailService>();

    private InboundMailStore Kept => host.Services.GetRequiredService<InboundMailStore>();

    public async ValueTask InitializeAsync()
    {
        host = await MailHost.OpenAsync(azurite, ("Notifications:InboundDomain", Domain));
        await HandleAllAsync();
    }

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task TakeAsync_ToTheAddressOfAnEarlierQuestion_IsNoPossibleAnswerToTheNewer()
    {
        var (file, earlier) = await AskedAsync(await host.CreateCaseAsync());
        file = await AppendAsync(file, new MinistryAnswered(Ministry.Szw, Late: false));
        (file, var newer) = await AskedAsync(file);
        (file, var passedOn) = await PassedOnAsync(file);

        foreach (var address in new[] { earlier, newer, passedOn })
        {
            await TakeAsync("Het mag.", [address]);
        }

        var request = (await FileAsync(file)).State.RequestTo(Ministry.Szw)!;
        Assert.Equal([InboundKind.AfterTheEnd, InboundKind.Reply, InboundKind.Reply], request.Mails.Select(mail => mail.Kind));
        Assert.All(request.Mails, mail => Assert.True(mail.Waits));
    }

    [Fact]
    public async Task TakeAsync_ToTheAddressesOfTwoQuestions_ReachesBothAndNotTheDesk()
    {
        var (one, first) = await AskedAsync(await host.CreateCaseAsync());
        var (other, second) = await AskedAsync(await host.CreateCaseAsync());
        (other, var foreign) = await AskedAsync(other, Ministry.Vws);

        await TakeAsync("Het mag, in beide zaken.", [first, second, foreign, first]);

        Assert.Single((await FileAsync(one)).State.RequestTo(Ministry.Szw)!.Mails);
        Assert.Single((await FileAsync(other)).State.RequestTo(Ministry.Szw)!.Mails);
        Assert.Empty((await FileAsync(other)).State.RequestTo(Ministry.Vws)!.Mails);
        Assert.False(await Kept.WaitingAsync(default).AnyAsync());
    }

    [Fact]
    public async Task TakeAsync_OneMailAboutTheQuestionsToTwoMinistriesOfACase_IsAnEventOfEach()
    {
        var (file, szw) = await AskedAsync(await host.CreateCaseAsync());
        (file, var vws) = await AskedAsync(file, Ministry.Vws);

        await TakeAsync("Het mag.", [szw], id: "een");
        await TakeAsync("Het mag.", [vws], id: "een", from: "a@minvws.example");

        Assert.Equal([Ministry.Szw, Ministry.Vws],
            (await FileAsync(file)).Events.Select(e => e.What).OfType<MinistryMailed>().Select(mailed => mailed.Ministry));
    }

    [Fact]
    public async Task TakeAsync_OtherContentUnderTheSameMessageId_IsAnotherMail()
    {
        var (file, address) = await AskedAsync(await host.CreateCaseAsync());
        var id = Guid.NewGuid().ToString("N");

        foreach (var text in new[] { "Het mag.", "Het mag.\r\n", "Het mag niet.", "Het mag." })
        {
            await TakeAsync(text, [address], id);
            await TakeAsync(text, [$"info@{Domain}"], id);
        }

        file = await FileAsync(file);
        Assert.Equal(["Het mag.", "Het mag niet."], file.State.RequestTo(Ministry.Szw)!.Mails.Select(mail => file.Text(mail.Words)));
        Assert.All(file.State.RequestTo(Ministry.Szw)!.Mails, mail => Assert.True(mail.Waits));
        Assert.Equal(2, await Kept.WaitingAsync(default).CountAsync());
    }

    [Fact]
    public async Task TakeAsync_ToTheAddressesOfTwoQuestionsFromAStranger_IsATaskOfBoth()
    {
        var (one, first) = await AskedAsync(await host.CreateCaseAsync());
        var (other, second) = await AskedAsync(await host.CreateCaseAsync());

        await TakeAsync("Het mag, in beide zaken.", [first, second], from: "Uwe <uwe@uwv.example>");

        foreach (var file in new[] { one, other })
        {
            var mail = Assert.Single((await FileAsync(file)).State.RequestTo(Ministry.Szw)!.Mails);
            Assert.Equal((InboundKind.OtherSender, true), (mail.Kind, mail.Waits));
        }
    }

    [Theory]
    [InlineData("image/jpeg", true, InboundKind.AttachmentOnly)]
    [InlineData("image/jpeg", false, InboundKind.AttachmentOnly)]
    [InlineData("application/pkcs7-signature", true, InboundKind.NoWords)]
    public async Task TakeAsync_NothingButAnAttachment_IsALetterUnlessItIsASignature(string type, bool isPartOfMail, InboundKind kind)
    {
        var (file, address) = await AskedAsync(await host.CreateCaseAsync());

        await TakeAsync("", [address], attachment: new InboundAttachment("IMG_1", type, 2048, isPartOfMail));

        file = await FileAsync(file);
        var mail = Assert.Single(file.State.RequestTo(Ministry.Szw)!.Mails);
        Assert.Equal(kind, mail.Kind);
        Assert.Contains("IMG_1", file.Text(mail.Facts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeAsync_QuestionWhoseLinkCannotBeDecryptedAnyMore_KeepsTheMailForTheDesk()
    {
        var (file, address) = await AskedAsync(await host.CreateCaseAsync());
        await host.Store.ChangePrivateAsync(file,
            held => held.WithSecret(EscalationService.LinkOf(Ministry.Szw), "of a key that is gone"), default);
        var (other, newer) = await AskedAsync(await host.CreateCaseAsync());

        await TakeAsync("Het mag.", [address]);
        await TakeAsync("Het mag ook.", [newer]);

        Assert.Empty((await FileAsync(file)).State.RequestTo(Ministry.Szw)!.Mails);
        Assert.True(await Kept.WaitingAsync(default).AnyAsync());
        Assert.Single((await FileAsync(other)).State.RequestTo(Ministry.Szw)!.Mails);
    }

    [Fact]
    public async Task NotifyOfDeskMailAsync_AMailThatCameAfterTheNoticeOfTheDay_IsToldTheNextNight()
    {
        await TakeAsync("Hallo?", [$"info@{Domain}"]);
        var today = WorkingDays.DayOf(host.Clock.GetUtcNow());
        await EndAsync(UnplacedMail.NoticeOf(today));
        await HandleAllAsync();
        await TakeAsync("Nog iemand?", [$"info@{Domain}"]);
        host.Clock.Advance(TimeSpan.FromDays(1));

        await NightAsync();

        Assert.Equal(MailState.Planned, (await host.EntryAsync(UnplacedMail.NoticeOf(today.AddDays(1)))).State);
        await HandleAllAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await NightAsync();
        Assert.Null(await host.Outbox.FindAsync(null, UnplacedMail.NoticeOf(today.AddDays(2)).Key, default));
    }

    [Fact]
    public async Task DeleteBeforeAsync_AMailThatWaits_StaysUntilItWasHandled()
    {
        await TakeAsync("Hallo?", [$"info@{Domain}"]);
        await TakeAsync("Ik ben er niet.", [$"info@{Domain}"], id: "automaat", headers: "Auto-Submitted: auto-replied\n");
        var (id, _) = await Kept.WaitingAsync(default).SingleAsync();
        host.Clock.Advance(TimeSpan.FromDays(400));

        await NightAsync();
        Assert.NotNull(await Kept.FindWaitingAsync(id, default));
        Assert.Equal(1, await KeptForDeskAsync());
        await HandleAllAsync();
        await NightAsync();

        Assert.Equal(0, await KeptForDeskAsync());
    }

    [Fact]
    public async Task Notice_OfADayAfterWhichANewerWasPlanned_SaysNothing()
    {
        await TakeAsync("Hallo?", [$"info@{Domain}"]);
        var today = WorkingDays.DayOf(host.Clock.GetUtcNow());
        Assert.NotNull(await host.Composer.ComposeForDeskAsync(UnplacedMail.NoticeOf(today), default));
        host.Clock.Advance(TimeSpan.FromDays(3));
        await NightAsync();

        Assert.Null(await host.Composer.ComposeForDeskAsync(UnplacedMail.NoticeOf(today), default));
        Assert.NotNull(await host.Composer.ComposeForDeskAsync(UnplacedMail.NoticeOf(today.AddDays(3)), default));
        host.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Null(await host.Composer.ComposeForDeskAsync(UnplacedMail.NoticeOf(today.AddDays(3)), default));
    }

    [Fact]
    public async Task SentMails_OfAQuestionThatBecameNeedless_HoldThatNewsToo()
    {
        var (file, _) = await AskedAsync(await host.CreateCaseAsync());
        file = await AppendAsync(file, new CaseWithdrawn());
        file = await AppendAsync(file, new MailRecorded
        {
            Kind = MailKind.AnswerNotNeeded.Slug(),
            Key = $"{MailKind.AnswerNotNeeded.Slug()}.szw.{file.State.Version}",
            State = MailState.Sent.Slug(),
            Ministry = Ministry.Szw,
        });

        Assert.Contains(host.Services.GetRequiredService<SentMails>().Of(file, Ministry.Szw),
            mail => mail.Contains("Je hoeft niet meer te reageren", StringComparison.Ordinal));
    }

    private Task NightAsync() =>
        ActivatorUtilities.CreateInstance<InboundFunctions>(host.Services).EraseOldDeskMail(new(), default);

    private async Task<CaseFile> FileAsync(CaseFile file) => (await host.Store.FindAsync(file.Number, default))!;

    private async Task<int> KeptForDeskAsync() =>
        await azurite.Blobs.GetBlobContainerClient(InboundMailStore.Container)
            .GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, "desk/", default)
            .CountAsync();

    private async Task HandleAllAsync()
    {
        await foreach (var (id, _) in Kept.WaitingAsync(default))
        {
            await Kept.HandleAsync(id, "co", host.Clock.GetUtcNow(), default);
        }
    }

    private Task EndAsync(PlannedMail mail) => host.Outbox.ChangeAsync(null, mail.Key,
        entry => entry with { State = MailState.Delivered, SentAt = host.Clock.GetUtcNow() }, default);

    private async Task<CaseFile> AppendAsync(CaseFile file, CaseChange change, Func<PrivateCase, PrivateCase>? inPrivate = null) =>
        (await host.Store.AppendAsync(
            file, new NewEvent(new Actor(ActorRole.Analyst, "Ans"), change) { Texts = new Dictionary<string, string>() }, inPrivate,
            default))!;

    private async Task<(CaseFile File, string Address)> AskedAsync(CaseFile file, Ministry ministry = Ministry.Szw)
    {
        var code = ReplyCode.New(file.Number, ministry);
        var due = WorkingDays.DayOf(host.Clock.GetUtcNow()).AddDays(14);
        var asked = new CaseEscalated { Requests = [new MinistryAsked(ministry, due, code.Hash(), due.AddDays(180))] };
        return (await AppendAsync(file, asked, held => WithLink(held, ministry, code)), AddressOf(code));
    }

    private async Task<(CaseFile File, string Address)> PassedOnAsync(CaseFile file)
    {
        var code = ReplyCode.New(file.Number, Ministry.Szw);
        var passedOn = new MinistryPassedOn(Ministry.Szw, code.Hash(), WorkingDays.DayOf(host.Clock.GetUtcNow()).AddDays(180));
        return (await AppendAsync(file, passedOn, held => WithLink(held, Ministry.Szw, code)), AddressOf(code));
    }

    private PrivateCase WithLink(PrivateCase held, Ministry ministry, ReplyCode code) =>
        held.WithLink(ministry, host.Services.GetRequiredService<ProtectedSecrets>().Protect(code.ToString()));

    private static string AddressOf(ReplyCode code) => $"{ReplyAddress.LocalPartOf(code.Case, code.Ministry, code.ToString())}@{Domain}";

    private Task TakeAsync(string text, string[] to, string? id = null, string from = "Jan Jansen <j.jansen@minszw.example>",
        string headers = "", InboundAttachment? attachment = null) => Service.TakeAsync(
            new InboundMail
            {
                ReceivedAt = host.Clock.GetUtcNow(),
                Recipients = to,
                From = from,
                Headers = $"{headers}Message-ID: <{id ?? Guid.NewGuid().ToString("N")}@x.example>\n",
                Text = text,
                Attachments = attachment is null ? [] : [attachment],
            }, workflows: null!, default);
}

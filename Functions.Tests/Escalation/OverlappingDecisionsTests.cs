using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Tests.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Escalation;

/// <summary>
/// A ministry that asks for more time, asks something back and mails, all at once: whatever the desk decides first, the ministry gets the
/// working days in which it waited for the desk, and each of them once.
/// </summary>
[Collection(nameof(CaseStorage))]
public sealed class OverlappingDecisionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Actor Analyst = new(ActorRole.Analyst, "Ans");

    private MailHost host = null!;
    private ReplyCode code = null!;

    private WorkingDays Days => host.Services.GetRequiredService<WorkingDays>();

    private DateOnly Today => WorkingDays.DayOf(host.Clock.GetUtcNow());

    private CommandContext Context => new(Analyst, host.Clock.GetUtcNow());

    public async ValueTask InitializeAsync() => host = await MailHost.OpenAsync(azurite);

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return ValueTask.CompletedTask;
    }

    public static TheoryData<string[]> Orders => new(
        ["mail", "more time"], ["more time", "mail"], ["asked back", "more time"], ["more time", "asked back"],
        ["mail", "second mail"], ["second mail", "mail"], ["asked back", "mail", "second mail", "more time"]);

    /// <summary>The things wait from one day on and are decided on after three and on after two working days more: five in all.</summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Decisions_OnWhatWaitedTogether_GiveEachWorkingDayOnce(string[] order)
    {
        var asked = Days.OnOrAfter(Today);
        MoveTo(asked);
        var due = Days.Add(asked, 10);
        var file = await AskedAsync(due);
        foreach (var move in order)
        {
            file = await AppendAsync(file, move switch
            {
                "more time" => new MinistryAskedMoreTime(Ministry.Vws, Days.Add(due, 1)),
                "asked back" => new MinistryAskedBack(Ministry.Vws),
                _ => new MinistryMailed(Ministry.Vws, move, IsProven: true) { Kind = InboundKind.Reply },
            });
        }

        MoveTo(Days.Add(asked, 3));
        foreach (var move in order[..^1])
        {
            file = await DecideAsync(file, move);
        }

        MoveTo(Days.Add(asked, 5));
        file = await DecideAsync(file, order[^1]);

        Assert.Null(file.State.RequestTo(Ministry.Vws)!.OurMoveSince);
        Assert.Equal(Days.Add(due, 5), file.State.RequestTo(Ministry.Vws)!.ReplyBefore);
    }

    /// <summary>Of two mails the first is handled first: what it waited alone is not lost.</summary>
    [Fact]
    public async Task Decisions_OnMailsThatCameAfterEachOther_CountFromTheFirst()
    {
        var asked = Days.OnOrAfter(Today);
        MoveTo(asked);
        var due = Days.Add(asked, 10);
        var file = await AppendAsync(await AskedAsync(due), Mailed("mail"));
        MoveTo(Days.Add(asked, 2));
        file = await AppendAsync(file, Mailed("second mail"));
        MoveTo(Days.Add(asked, 3));
        file = await DecideAsync(file, "mail");
        MoveTo(Days.Add(asked, 4));
        file = await DecideAsync(file, "second mail");

        Assert.Equal(Days.Add(due, 4), file.State.RequestTo(Ministry.Vws)!.ReplyBefore);
    }

    /// <summary>The desk's own days run from the day on which it has the last answer, taken from a mail or given on the page.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LastAnswer_AfterTheTerm_GivesTheDeskItsDaysFromThere(bool byMail)
    {
        var asked = Days.OnOrAfter(Today);
        MoveTo(asked);
        var file = await AskedAsync(Days.Add(asked, 4));
        file = byMail ? await MailedAsync(file) : file;
        MoveTo(Days.Add(asked, 12));

        var result = byMail
            ? await host.Services.GetRequiredService<MailDecisions>().DecideAsync(Context, file.Number,
                new MailedAnswerDecisionRequest { Ministry = Ministry.Vws, Accepted = true }, workflows: null!, default)
            : await host.Services.GetRequiredService<MinistryReplyService>().ReactAsync(
                code, new ReactionRequest { Kind = ReactionKind.Answer, Text = "Het mag." }, workflows: null!, default);

        var state = Assert.IsType<CommandResult.Done>(result).Case.State;
        var decideBefore = Days.Add(Today, host.Services.GetRequiredService<StepTerms>().Decision);
        Assert.Equal((CaseStatus.AnswersIn, decideBefore), (state.Status, state.DueOn));
    }

    private async Task<CaseFile> DecideAsync(CaseFile file, string move)
    {
        var service = host.Services.GetRequiredService<EscalationService>();
        var result = move switch
        {
            "more time" => await service.DecideMoreTimeAsync(Context, file.Number,
                new MoreTimeDecisionRequest { Ministry = Ministry.Vws, Granted = false }, workflows: null!, default),
            "asked back" => await service.AnswerAsync(Context, file.Number,
                new MinistryAnswerRequest { Ministry = Ministry.Vws, Text = "Zo zit het." }, workflows: null!, default),
            _ => await host.Services.GetRequiredService<MailDecisions>().DecideAsync(Context, file.Number,
                new MailedAnswerDecisionRequest
                {
                    Ministry = Ministry.Vws,
                    Mail = file.State.RequestTo(Ministry.Vws)!.Mails.Single(mail => mail.Hash == move).Event,
                    Accepted = false,
                }, workflows: null!, default),
        };
        return Assert.IsType<CommandResult.Done>(result).Case;
    }

    private static MinistryMailed Mailed(string hash) => new(Ministry.Vws, hash, IsProven: true) { Kind = InboundKind.Reply };

    private async Task<CaseFile> MailedAsync(CaseFile file) => (await host.Store.AppendAsync(
        file, new NewEvent(Actor.Of(Ministry.Vws), Mailed("mail"))
        { Texts = new Dictionary<string, string> { [TextNames.Answer] = "Het mag." } }, null, default))!;

    private void MoveTo(DateOnly day) =>
        host.Clock.SetUtcNow(new[] { WorkingDays.MomentOf(day, new TimeOnly(12, 0)), host.Clock.GetUtcNow() }.Max());

    private async Task<CaseFile> AskedAsync(DateOnly due)
    {
        var file = await host.CreateCaseAsync();
        code = ReplyCode.New(file.Number, Ministry.Vws);
        return await AppendAsync(file,
            new CaseEscalated { Requests = [new MinistryAsked(Ministry.Vws, due, code.Hash(), due.AddDays(180))] });
    }

    private async Task<CaseFile> AppendAsync(CaseFile file, CaseChange change) =>
        (await host.Store.AppendAsync(
            file, new NewEvent(Analyst, change) { Texts = new Dictionary<string, string>() }, null, default))!;
}

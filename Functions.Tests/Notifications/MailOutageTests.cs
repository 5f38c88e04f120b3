using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>Mails that could not leave for a while: each says what is true on the day on which it goes.</summary>
[Collection(nameof(CaseStorage))]
public sealed class MailOutageTests(AzuriteFixture azurite) : SendingTests(azurite, ("Notifications:Pause", "20.00:00:00"))
{
    [Fact]
    public async Task Question_ThatLeavesAfterItsTerm_HasANewOneOfAsManyWorkingDays()
    {
        var (file, question) = await AskedAsync(workingDays: 10);
        await Host.Outbox.PlanAsync(question, default);
        Host.Clock.Advance(TimeSpan.FromDays(21));

        await Host.SendAsync(question);

        var request = (await RequestAsync(file))!;
        Assert.Equal(Days.Add(Today, 10), request.ReplyBefore);
        Assert.Contains(RegelLoket.Web.DutchDates.Short(request.ReplyBefore), Assert.Single(Texts), StringComparison.Ordinal);
        var renewed = (await Host.Store.FindAsync(file.Number, default))!.Events.Single(e => e.What is QuestionTermRenewed);
        Assert.Equal(MailKind.MinistryReplied, Assert.Single(Workflow(renewed, (await Host.Store.FindAsync(file.Number, default))!)).Kind);
    }

    [Fact]
    public async Task Question_DeliveredAndSentAgainAfterItsTerm_GivesNoNewOneAndSaysThatItIsLate()
    {
        var (file, question) = await AskedAsync(workingDays: 10);
        var due = (await RequestAsync(file))!.ReplyBefore;
        await Host.Outbox.PlanAsync(question, default);
        await Host.SendAsync(question);
        Host.Clock.Advance(TimeSpan.FromDays(21));

        Assert.True(await Host.Outbox.SendAgainAsync(question.Case, question.Key, default));
        await Host.SendAsync(question with { Key = $"{question.Key}.opnieuw-1" });

        Assert.Equal(due, (await RequestAsync(file))!.ReplyBefore);
        Assert.StartsWith("Wil je zo snel als het kan", Texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcome_ThatLeavesAfterItsTerm_GivesTheReporterANewOne()
    {
        var file = await Host.CreateCaseAsync();
        file = (await Host.Store.AppendAsync(file, new NewEvent(Actor.System,
            new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = Days.Add(Today, 10) }), null, default))!;
        var outcome = RegelLoket.Workflow.CaseFlow.MailsFor(file.Events[^1], file).Single();
        await Host.Outbox.PlanAsync(outcome, default);
        Host.Clock.Advance(TimeSpan.FromDays(21));

        await Host.SendAsync(outcome);

        var state = (await Host.Store.FindAsync(file.Number, default))!.State;
        Assert.Equal(Days.Add(Today, 10), state.Outcome!.DisputeBefore);
        Assert.Equal((state.Outcome.DisputeBefore, "verzonden"), (state.DueOn, state.Outcome.Mail));
        Assert.Contains(RegelLoket.Web.DutchDates.Short(state.DueOn!.Value), Assert.Single(Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_ThatLeavesInTime_KeepsItsTerm()
    {
        var (file, question) = await AskedAsync(workingDays: 10);
        var due = (await RequestAsync(file))!.ReplyBefore;

        await Host.Outbox.PlanAsync(question, default);
        Host.Clock.Advance(TimeSpan.FromDays(7));
        await Host.SendAsync(question);
        await Host.SendAsync(question);

        Assert.Equal(due, (await RequestAsync(file))!.ReplyBefore);
        Assert.Single(Stub.Mails);
    }

    [Fact]
    public async Task Reminder_OfTheDay_ThatLeavesLater_SaysThatItIsLate()
    {
        var (file, reminder) = await RemindedAsync();
        Host.Clock.Advance(TimeSpan.FromDays(2));

        await Host.SendAsync(reminder);

        Assert.DoesNotContain("andaag", Assert.Single(Texts), StringComparison.Ordinal);
        Assert.StartsWith("Wil je alsnog reageren", Texts[0], StringComparison.Ordinal);
        Assert.Contains(RegelLoket.Web.DutchDates.Short((await RequestAsync(file))!.ReplyBefore), Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_OnItsDay_SaysToday()
    {
        var (_, reminder) = await RemindedAsync();

        await Host.SendAsync(reminder);

        Assert.StartsWith("Wil je vandaag", Assert.Single(Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_WhoseSuccessorHasCome_DoesNotLeave()
    {
        var (_, reminder) = await RemindedAsync();
        Host.Clock.Advance(TimeSpan.FromDays(14));

        await Host.SendAsync(reminder);

        Assert.Empty(Stub.Mails);
        Assert.Equal(MailState.Obsolete, (await Host.EntryAsync(reminder)).State);
    }

    [Fact]
    public async Task Reminder_OfATermThatMoved_DoesNotLeave()
    {
        var (file, reminder) = await RemindedAsync();
        await AppendAsync(file.Number, new MoreTimeDecided(Ministry.Szw, Granted: true, Days.Add(Today, 20)));

        await Host.SendAsync(reminder);

        Assert.Empty(Stub.Mails);
    }

    [Fact]
    public async Task Reminder_OfAQuestionThatNeverLeft_DoesNotLeave()
    {
        var (file, _) = await AskedAsync(workingDays: 10);
        var due = (await RequestAsync(file))!.ReplyBefore;
        Host.Clock.Advance(WorkingDays.MomentOf(due, new TimeOnly(8, 0)) - Host.Clock.GetUtcNow());
        var reminder = (await StepsAsync(file)).Single(step => step.What.Kind == MailKind.ReminderOnTheDay).What;
        await Host.Outbox.PlanAsync(reminder, default);

        await Host.SendAsync(reminder);

        Assert.Empty(Stub.Mails);
    }

    [Fact]
    public async Task Receipt_ThatLeavesAfterTheDayThatItWouldName_NamesNone()
    {
        var receipt = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());
        Host.Clock.Advance(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero) - Host.Clock.GetUtcNow());

        await Host.SendAsync(receipt);

        Assert.Contains("Je hoort van ons.", Assert.Single(Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_OfThreeDays_LeavesOneMessageForEachMail()
    {
        // A storage of its own: a round looks after every mail that other tests left open.
        await using var storage = new AzuriteFixture();
        await storage.StartAsync();
        using var desk = await MailHost.OpenAsync(storage, Settings);
        var mail = await desk.PlanReceiptAsync(await desk.CreateCaseAsync());
        await desk.Gate.CloseAsync("sendgrid-401", default);
        await desk.DrainAsync();
        var before = await MessagesAsync(desk);

        for (var round = 0; round < 12; round++)
        {
            desk.Clock.Advance(TimeSpan.FromHours(6));
            await desk.Reconciler.ReconcileMails(new(), default);
            await desk.SendAsync(mail);
        }

        Assert.Equal(before, await MessagesAsync(desk));
        await desk.Gate.OpenAsync(default);
        await desk.Outbox.WakeAllAsync(default);
        await desk.DrainAsync();
        Assert.Equal(MailState.Sent, (await desk.EntryAsync(mail)).State);
    }

    private WorkingDays Days => Host.Services.GetRequiredService<WorkingDays>();

    private DateOnly Today => WorkingDays.DayOf(Host.Clock.GetUtcNow());

    private List<string> Texts => [.. Stub.Mails.Select(mail => mail.GetProperty("content")[0].GetProperty("value").GetString()!)];

    private static IEnumerable<PlannedMail> Workflow(CaseEvent e, CaseFile file) =>
        RegelLoket.Workflow.MinistryFlow.MailsFor(e, file, Ministry.Szw);

    /// <summary>A case whose question is still to be mailed.</summary>
    private async Task<(CaseFile File, PlannedMail Question)> AskedAsync(int workingDays)
    {
        var file = await Host.CreateCaseAsync();
        var code = ReplyCode.New(file.Number, Ministry.Szw);
        var secrets = Host.Services.GetRequiredService<ProtectedSecrets>();
        var asked = new CaseEscalated
        { Requests = [new MinistryAsked(Ministry.Szw, Days.Add(Today, workingDays), code.Hash(), Today.AddDays(180))] };
        file = (await Host.Store.AppendAsync(
            file, new NewEvent(new Actor(ActorRole.Analyst, "Ans"), asked)
            { Texts = new Dictionary<string, string> { [TextNames.QuestionTo(Ministry.Szw)] = "Mag het?" } },
            held => held.WithSecret(EscalationService.LinkOf(Ministry.Szw), secrets.Protect(code.ToString())), default))!;
        return (file, Assert.Single(Workflow(file.Events[^1], file)));
    }

    /// <summary>A case whose question left, on the day on which it is due, with the reminder of that day on the queue.</summary>
    private async Task<(CaseFile File, PlannedMail Reminder)> RemindedAsync()
    {
        var (file, question) = await AskedAsync(workingDays: 10);
        await Host.Outbox.PlanAsync(question, default);
        await Host.SendAsync(question);
        Stub.Mails.Clear();
        var due = (await RequestAsync(file))!.ReplyBefore;
        Host.Clock.Advance(WorkingDays.MomentOf(due, new TimeOnly(8, 0)) - Host.Clock.GetUtcNow());
        var reminder = (await StepsAsync(file)).Single(step => step.What.Kind == MailKind.ReminderOnTheDay).What;
        await Host.Outbox.PlanAsync(reminder, default);
        return (file, reminder);
    }

    private async Task<IReadOnlyList<Reminder<PlannedMail>>> StepsAsync(CaseFile file) =>
        Host.Services.GetRequiredService<ReminderSchedule>().Of(file.Number, (await RequestAsync(file))!, new ReminderOffsets());

    private async Task<MinistryRequest?> RequestAsync(CaseFile file) =>
        (await Host.Store.FindAsync(file.Number, default))!.State.RequestTo(Ministry.Szw);

    private async Task AppendAsync(CaseNumber number, CaseChange change) =>
        await Host.Store.AppendAsync((await Host.Store.FindAsync(number, default))!, new NewEvent(Actor.System, change), null, default);

    private static async Task<int> MessagesAsync(MailHost desk) =>
        (await desk.Queues.GetQueueClient(Outbox.QueueName).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}

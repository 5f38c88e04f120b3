using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>Mails that a step of a workflow sends itself.</summary>
[Collection(nameof(CaseStorage))]
public sealed class PromptMailsTests(AzuriteFixture azurite) : SendingTests(azurite, ("Notifications:StepPatience", "00:00:01"))
{
    [Fact]
    public async Task Send_ReceiptOfANewCase_CostsFiveRequestsOfStorage()
    {
        var file = await CreateCaseAsync();
        await StepAsync(await CreateCaseAsync(), Receipt);

        var asked = await RequestsOfAsync(() => StepAsync(file, Receipt));

        var row = file.Number.Value;
        Assert.Equal(
            [
                $"PUT /outbox/{row}/receipt.1", "POST /v3/mail/send", $"PUT /cases/2026/{row}?comp=appendblock", $"PUT /open/{row}",
                $"PUT /private/{row}", $"PUT /outbox/{row}/receipt.1",
            ],
            asked);
    }

    [Fact]
    public async Task Send_MailWithoutASecret_CostsFourRequestsOfStorage()
    {
        await StepAsync(await CreateCaseAsync(), Due);
        var file = await CreateCaseAsync();

        Assert.Equal(4 + 1, (await RequestsOfAsync(() => StepAsync(file, Due))).Count);
    }

    [Fact]
    public async Task Plan_ReceiptOfANewCase_CostsTenRequestsOfStorage()
    {
        await StepAsync(await CreateCaseAsync(), Due);
        var file = await CreateCaseAsync();
        await Host.Queues.GetQueueClient(Outbox.QueueName).ClearMessagesAsync();

        var asked = await RequestsOfAsync(async () =>
        {
            await Host.PlanReceiptAsync(file);
            await Host.DrainAsync();
        });

        var row = file.Number.Value;
        Assert.Equal(
            [
                $"PUT /mail-open/{row}/receipt.1", $"PUT /outbox/{row}/receipt.1", "POST /notifications/messages?visibilitytimeout=0",
                $"PUT /outbox/{row}/receipt.1", "POST /v3/mail/send", $"PUT /cases/2026/{row}?comp=appendblock", $"PUT /open/{row}",
                $"PUT /private/{row}", $"PUT /outbox/{row}/receipt.1", $"DELETE /mail-open/{row}/receipt.1",
                "DELETE /notifications/messages",
            ],
            asked.Where(request => !request.StartsWith("GET /notifications", StringComparison.Ordinal)).Select(WithoutMessageId));
    }

    [Fact]
    public async Task Send_RepeatedStep_SendsNothingAgain()
    {
        var file = await CreateCaseAsync();
        await StepAsync(file, Receipt);
        await StepAsync(file, Receipt);
        await StepAsync((await Host.Store.FindAsync(file.Number, default))!, Receipt);

        Assert.Single(Stub.Mails);
        Assert.DoesNotContain(await Host.Outbox.OpenAsync(default).ToListAsync(), entry => entry.Mail.Case == file.Number);
    }

    [Fact]
    public async Task Send_MailOfTheCalendarThatAnEarlierStepSent_CostsNothing()
    {
        var file = await CreateCaseAsync();
        await StepAsync(file, Due);
        var after = (await Host.Store.FindAsync(file.Number, default))!;

        Assert.Empty(await RequestsOfAsync(() => Host.Prompt.SendAsync(after, after.State.Version, _ => [], [Due(file)], default)));
    }

    [Theory]
    [InlineData(StatusCodes.Status400BadRequest, MailState.Failed)]
    [InlineData(StatusCodes.Status401Unauthorized, MailState.Planned)]
    [InlineData(StatusCodes.Status503ServiceUnavailable, MailState.Planned)]
    public async Task Send_ServiceDoesNotTakeTheMail_TheStepGoesOnAndTheMailIsOpen(int status, MailState expected)
    {
        Stub.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        var file = await CreateCaseAsync();

        await StepAsync(file, Due);

        Assert.Equal(expected, (await Host.EntryAsync(Due(file))).State);
        Assert.Contains(
            await Host.Outbox.OpenAsync(default).ToListAsync(), entry => entry.Mail.Case == file.Number && entry.Mail.Key == Due(file).Key);
    }

    [Fact]
    public async Task Send_WhileMailIsPaused_WaitsInTheQueueWithoutACall()
    {
        await Host.Gate.CloseAsync("sendgrid-401", default);
        var file = await CreateCaseAsync();

        await StepAsync(file, Due);
        var whilePaused = Stub.Mails.Count;
        Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await Host.SendAsync(Due(file));

        Assert.Equal(0, whilePaused);
        Assert.Equal(MailState.Sent, (await Host.EntryAsync(Due(file))).State);
    }

    [Fact]
    public async Task Send_ServiceTakesLongerThanAStepWaits_TheStepGoesOnAndTheMailGoesOutOnce()
    {
        var answers = new TaskCompletionSource();
        Stub.Answer = async (number, http) =>
        {
            await answers.Task;
            await SendGridStub.AcceptAsync(http, $"sg-{number}");
        };
        var file = await CreateCaseAsync();

        await StepAsync(file, Due);
        var waiting = await Host.EntryAsync(Due(file));
        answers.SetResult();
        await Host.SendAsync(Due(file));

        Assert.Equal(MailState.Sending, waiting.State);
        Assert.Equal((MailState.Sent, "sg-1"), await Host.EntryAsync(Due(file)) is var e ? (e.State, e.ProviderId) : default);
        await Host.SendAsync(Due(file));
        Assert.Single(Stub.Mails);
        Assert.DoesNotContain(await Host.Outbox.OpenAsync(default).ToListAsync(), entry => entry.Mail.Case == file.Number);
    }

    [Fact]
    public async Task Send_DeliveryReportComesBeforeTheAnswer_KeepsTheReportAndTheId()
    {
        var file = await CreateCaseAsync();
        var report = new DeliveryReport("report-1", MailState.Delivered, Host.Clock.GetUtcNow());
        Stub.Answer = async (number, http) =>
        {
            await Host.Outbox.ChangeAsync(
                file.Number, Due(file).Key, e => e with { Deliveries = [report], State = MailState.Delivered, ClaimedUntil = null },
                default);
            await SendGridStub.AcceptAsync(http, $"sg-{number}");
        };

        await StepAsync(file, Due);

        var entry = await Host.EntryAsync(Due(file));
        Assert.Equal((MailState.Delivered, "sg-1"), (entry.State, entry.ProviderId));
        Assert.Single(entry.Deliveries);
    }

    /// <summary>A case of which a step is due.</summary>
    private Task<CaseFile> CreateCaseAsync() => Host.CreateCaseAsync(dueOn: WorkingDays.DayOf(TimeProvider.System.GetUtcNow()));

    private static PlannedMail Receipt(CaseFile file) => MailHost.ReceiptOf(file);

    private static PlannedMail Due(CaseFile file) =>
        new() { Case = file.Number, Key = "step.1", Kind = MailKind.StepDue, To = Recipient.Analyst(null) };

    private Task StepAsync(CaseFile file, Func<CaseFile, PlannedMail> mail) =>
        Host.Prompt.SendAsync(file, lastHandled: 0, _ => [], [mail(file)], default);

    private static string WithoutMessageId(string request) =>
        request.StartsWith("DELETE /notifications/messages/", StringComparison.Ordinal) ? "DELETE /notifications/messages" : request;

    /// <summary>The requests of <paramref name="work"/>, with paths inside the account.</summary>
    private async Task<List<string>> RequestsOfAsync(Func<Task> work)
    {
        var before = Life.Requests.Count;
        await work();
        return [.. Life.Requests.Skip(before)
            .Select(request => request.Replace("devstoreaccount1/", "/", StringComparison.Ordinal)
            .Replace("//", "/", StringComparison.Ordinal))];
    }
}

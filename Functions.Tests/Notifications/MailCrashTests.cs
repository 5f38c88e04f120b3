using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

/// <summary>
/// Ends the process that sends at each of its requests, to storage and to the mail service, before it leaves and after it was carried out;
/// and lets other processes go on. No mail is lost, and each crash makes one double at most.
/// </summary>
public sealed class MailCrashTests : IAsyncLifetime
{
    // One for each test: the rounds look at every mail that any test left open.
    private readonly AzuriteFixture azurite = new();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private SendGridStub stub = null!;

    public async ValueTask InitializeAsync()
    {
        await azurite.StartAsync();
        stub = await SendGridStub.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stub.DisposeAsync();
        await azurite.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Step_ProcessDiesAtAnyRequest_TheRepeatedStepAndTheRoundsSendAll(bool afterwards)
    {
        var cuts = await AtEachRequestAsync(afterwards, StepAsync, async (desk, file) =>
        {
            await StepAsync(desk, file);
            await RoundsAsync(desk);
            await AssertAllSentAsync(desk, file, crashes: 1);
        });

        Assert.True(cuts > 9, $"Only {cuts} requests were cut.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Step_ProcessDiesAtAnyRequestAndTheStepIsNeverRepeated_TheRoundsFinishWhatItBegan(bool afterwards)
    {
        await AtEachRequestAsync(afterwards, StepAsync, async (desk, file) =>
        {
            await RoundsAsync(desk);
            foreach (var mail in MailsOf(file))
            {
                var entry = await desk.Outbox.FindAsync(mail.Case, mail.Key, default);
                Assert.True(
                    entry is null ? SentOf(mail).Count == 0 : entry.State == MailState.Sent,
                    $"{mail.Key} is {entry?.State} after {SentOf(mail).Count} sendings");
            }

            // The workflow is started anew, as the sweeper does, and begins with the first event.
            await StepAsync(desk, file);
            await AssertAllSentAsync(desk, file, crashes: 1);
        });
    }

    [Fact]
    public async Task Step_ItsRepetitionDiesToo_NoMailIsLostAndEachDeathMakesOneDoubleAtMost()
    {
        var second = 0;
        await AtEachRequestAsync(afterwards: true, StepAsync, async (desk, file) =>
        {
            // Past the claim of the first process, so that the second sends.
            clock.Advance(TimeSpan.FromMinutes(5));
            await DieAsync(Lifeline.CutAt((second++ % 8) + 1, second % 2 == 0), RoundAsync);
            await StepAsync(desk, file);
            await RoundsAsync(desk);
            foreach (var mail in MailsOf(file))
            {
                var entry = await desk.EntryAsync(mail);
                var isLeftToAPerson = entry is { State: MailState.Failed, Fault: MailAttempt.UncertainFault };
                Assert.True(entry.State == MailState.Sent || isLeftToAPerson, $"{mail.Key} is {entry.State} {entry.Fault}");
                Assert.InRange(SentOf(mail).Count, isLeftToAPerson ? 0 : 1, 3);
            }

            Assert.InRange(MailsOf(file).Sum(mail => Math.Max(0, SentOf(mail).Count - 1)), 0, 2);
            Assert.Equal(0, await desk.WakeOverdueAsync(clock.GetUtcNow()));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Queue_ProcessDiesAtAnyRequest_TheRoundsSendAll(bool afterwards)
    {
        var cuts = await AtEachRequestAsync(
            afterwards,
            async (desk, file) =>
            {
                await PlanAsync(desk, file);
                await desk.DrainAsync();
            },
            async (desk, file) =>
            {
                await PlanAsync(desk, file);
                await RoundsAsync(desk);
                await AssertAllSentAsync(desk, file, crashes: 1);
            });

        Assert.True(cuts > 15, $"Only {cuts} requests were cut.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Step_ServiceIsBusyAndTheProcessDiesAtAnyRequest_AllIsSentLater(bool afterwards)
    {
        var busy = 1;
        stub.Answer = (number, http) =>
        {
            if (busy-- <= 0)
            {
                return SendGridStub.AcceptAsync(http, $"{number}");
            }

            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await AtEachRequestAsync(afterwards, StepAsync, async (desk, file) =>
        {
            await StepAsync(desk, file);
            await RoundsAsync(desk);

            // The refused attempt reached the service, yet nobody got its mail.
            await AssertAllSentAsync(desk, file, crashes: 2);
            busy = 1;
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Step_MailIsRefusedForGoodAndTheProcessDiesAtAnyRequest_IsATaskForTheCoordinator(bool afterwards)
    {
        stub.Answer = (number, http) =>
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        };
        await AtEachRequestAsync(afterwards, StepAsync, async (desk, file) =>
        {
            await StepAsync(desk, file);
            await RoundsAsync(desk);
            foreach (var mail in MailsOf(file))
            {
                Assert.Equal(MailState.Failed, (await desk.EntryAsync(mail)).State);
                Assert.Single(
                    (await desk.Store.FindAsync(file.Number, default))!.Events, e => e.What is MailRecorded { State: "mislukt" } r
                        && r.Key == mail.Key);
            }

            Assert.Equal(2, await desk.Outbox.OpenAsync(default).CountAsync(entry => entry.Mail.Case == file.Number && entry.IsTrouble));
        });
    }

    /// <summary>Two mails of one step, of an event and of the calendar; the first has a secret that ends with it.</summary>
    private static PlannedMail[] MailsOf(CaseFile file) =>
    [
        MailHost.ReceiptOf(file),
        new PlannedMail { Case = file.Number, Key = "step.1", Kind = MailKind.StepDue, To = Recipient.Analyst(null) },
    ];

    private static Task StepAsync(MailHost desk, CaseFile file) =>
        desk.Prompt.SendAsync(file, lastHandled: 0, e => e.Number == 1 ? [MailsOf(file)[0]] : [], [MailsOf(file)[1]], default);

    private static Task PlanAsync(MailHost desk, CaseFile file) =>
        Task.WhenAll(MailsOf(file).Select(mail => desk.Outbox.PlanAsync(mail, default)));

    /// <summary>
    /// Carries the work out for a case of its own per request, until one process lives to its end; a process that lives does the rest.
    /// </summary>
    private async Task<int> AtEachRequestAsync(bool afterwards, Func<MailHost, CaseFile, Task> work, Func<MailHost, CaseFile, Task> rest)
    {
        for (var cut = 1; ; cut++)
        {
            using var survivor = await OpenAsync(new Lifeline());
            var file = await survivor.CreateCaseAsync(dueOn: WorkingDays.DayOf(clock.GetUtcNow()));
            var hasDied = await DieAsync(Lifeline.CutAt(cut, afterwards), desk => work(desk, file));
            await rest(survivor, (await survivor.Store.FindAsync(file.Number, default))!);
            if (!hasDied)
            {
                return cut - 1;
            }
        }
    }

    /// <summary>Works in a process of its own; true when it died.</summary>
    private async Task<bool> DieAsync(Lifeline life, Func<MailHost, Task> work)
    {
        using var desk = await OpenAsync(life);
        try
        {
            await work(desk);
        }
        catch (Exception) when (life.IsDead)
        {
            // What a process makes of its own death is nobody's concern.
        }

        return life.IsDead;
    }

    private Task<MailHost> OpenAsync(Lifeline life) => MailHost.OpenAsync(azurite, clock, life, ("SendGrid:Host", stub.Address.ToString()));

    /// <summary>Half an hour of the ten-minute rounds, each with the messages that are due then.</summary>
    private async Task RoundsAsync(MailHost desk)
    {
        for (var i = 0; i < 4; i++)
        {
            await RoundAsync(desk);
        }
    }

    private async Task RoundAsync(MailHost desk)
    {
        clock.Advance(TimeSpan.FromMinutes(10));
        await desk.Reconciler.ReconcileMails(new(), default);
        await desk.DrainAsync();
    }

    private List<string> SentOf(PlannedMail mail) =>
    [
        .. stub.Mails.Where(m => m.GetProperty("custom_args").GetProperty("zaaknummer").GetString() == mail.Case!.Value.Value
            && m.GetProperty("custom_args").GetProperty("outboxId").GetString() == mail.Key)
            .Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()!),
    ];

    private async Task AssertAllSentAsync(MailHost desk, CaseFile file, int crashes)
    {
        var after = (await desk.Store.FindAsync(file.Number, default))!;
        foreach (var mail in MailsOf(file))
        {
            Assert.Single(SentOf(mail).Distinct());
            Assert.Equal(MailState.Sent, (await desk.EntryAsync(mail)).State);
            Assert.Single(after.Events, e => e.What is MailRecorded recorded && recorded.Key == mail.Key);
        }

        Assert.InRange(MailsOf(file).Sum(mail => SentOf(mail).Count - 1), 0, crashes);
        Assert.Empty(after.Private.Secrets);
        Assert.Equal(0, await desk.WakeOverdueAsync(clock.GetUtcNow()));
        Assert.DoesNotContain(await desk.Outbox.OpenAsync(default).ToListAsync(), entry => entry.Mail.Case == file.Number);
    }
}

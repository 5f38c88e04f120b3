using System.Globalization;
using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

[Collection(nameof(CaseStorage))]
public sealed class MailDispatchTests(AzuriteFixture azurite) : SendingTests(azurite, ("SendGrid:Timeout", "00:00:01"))
{
    [Fact]
    public async Task Send_PlannedTwiceAndWokenThrice_GoesOutOnceWithOurKeys()
    {
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);
        await Host.PlanReceiptAsync(file);

        await Task.WhenAll(Host.SendAsync(mail), Host.SendAsync(mail), Host.SendAsync(mail));
        await Host.SendAsync(mail);

        var sent = Assert.Single(Stub.Mails);
        Assert.Equal("Bearer SG.test", Stub.Authorization);
        Assert.Equal(file.Number.Value, sent.GetProperty("custom_args").GetProperty("zaaknummer").GetString());
        Assert.Equal("receipt.1", sent.GetProperty("custom_args").GetProperty("outboxId").GetString());
        Assert.Equal("auto-generated", sent.GetProperty("headers").GetProperty("Auto-Submitted").GetString());
        var entry = await Host.EntryAsync(mail);
        Assert.Equal((MailState.Sent, "sg-1"), (entry.State, entry.ProviderId));
    }

    [Fact]
    public async Task Send_WokenWhileTheClockMovesPastTheClaim_GoesOutOnceAndBothEndWithIt()
    {
        var mail = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());
        Task? second = null;
        var endedBeforeTheFirst = true;
        Stub.Answer = async (number, http) =>
        {
            Host.Clock.Advance(TimeSpan.FromDays(42));
            second = Host.SendAsync(mail);
            await Task.Yield();
            endedBeforeTheFirst = second.IsCompleted;
            await SendGridStub.AcceptAsync(http, $"sg-{number}");
        };

        await Host.SendAsync(mail);
        await second!;

        Assert.False(endedBeforeTheFirst);
        Assert.Single(Stub.Mails);
        Assert.Equal(MailState.Sent, (await Host.EntryAsync(mail)).State);
    }

    [Fact]
    public async Task Send_Sent_TakesTheCodeOutAndPutsTheProofIn()
    {
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);

        await Host.SendAsync(mail);

        var after = (await Host.Store.FindAsync(file.Number, default))!;
        Assert.Empty(after.Private.Secrets);
        Assert.Equal(("receipt.1", "ontvangst", "verzonden"), Assert.IsType<MailRecorded>(after.Events[^1].What) is var r
            ? (r.Key, r.Kind, r.State) : default);
    }

    [Fact]
    public async Task Send_KilledBetweenSentAndItsRecord_RecordsAndForgetsAtTheNextDelivery()
    {
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);
        await Host.Outbox.ChangeAsync(mail.Case, mail.Key, entry => entry with { State = MailState.Sent }, default);

        await Host.SendAsync(mail);
        await Host.SendAsync(mail);

        Assert.Empty(Stub.Mails);
        var after = (await Host.Store.FindAsync(file.Number, default))!;
        Assert.Empty(after.Private.Secrets);
        Assert.Equal("verzonden", Assert.Single(after.Events.Select(e => e.What).OfType<MailRecorded>()).State);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Send_ServiceIsBusyOrBroken_WaitsAsLongAsItAsksAndThenSendsOnce(int status)
    {
        Stub.Answer = (number, http) =>
        {
            if (number > 1)
            {
                return SendGridStub.AcceptAsync(http, "later");
            }

            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        };
        var mail = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());

        await Host.SendAsync(mail);
        var waiting = await Host.EntryAsync(mail);
        await Host.SendAsync(mail);
        var callsWhileWaiting = Stub.Mails.Count;
        Host.Clock.Advance(TimeSpan.FromSeconds(200));
        await Host.SendAsync(mail);

        Assert.Equal((MailState.Planned, $"sendgrid-{status}"), (waiting.State, waiting.Fault));
        Assert.InRange(waiting.NextAttemptAt!.Value - Host.Clock.GetUtcNow() + TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(110),
            TimeSpan.FromSeconds(181));
        Assert.Equal(1, callsWhileWaiting);
        Assert.Equal(2, Stub.Mails.Count);
        Assert.Equal(MailState.Sent, (await Host.EntryAsync(mail)).State);
        Assert.Single(Stub.Mails.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct());
    }

    [Fact]
    public async Task Send_RateLimitWithItsOwnHeader_WaitsUntilTheLimitBeginsAnew()
    {
        var reset = Host.Clock.GetUtcNow().AddMinutes(30);
        Stub.Answer = (_, http) =>
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers["X-RateLimit-Reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        var mail = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());

        await Host.SendAsync(mail);

        Assert.True((await Host.EntryAsync(mail)).NextAttemptAt >= reset.AddSeconds(-1));
    }

    [Fact]
    public async Task Send_KeyIsRefused_StopsAllMailAndLosesNothing()
    {
        Stub.Answer = (_, http) =>
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        var first = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());
        var second = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());
        await Host.SendAsync(first);
        await Host.SendAsync(second);
        var callsWhileClosed = Stub.Mails.Count;
        var pause = await Host.Gate.FindAsync(default);

        Stub.Answer = (number, http) => SendGridStub.AcceptAsync(http, $"{number}");
        Host.Clock.Advance(TimeSpan.FromMinutes(30));
        await Host.SendAsync(first);
        await Host.SendAsync(second);

        Assert.Equal(1, callsWhileClosed);
        Assert.Equal("sendgrid-401", pause!.Fault);
        Assert.Equal(MailState.Sent, (await Host.EntryAsync(first)).State);
        Assert.Equal(MailState.Sent, (await Host.EntryAsync(second)).State);
        Assert.Null(await Host.Gate.FindAsync(default));
    }

    [Fact]
    public async Task Send_CrashBetweenHandingOverAndRecording_GivesAtMostOneDouble()
    {
        var file = await Host.CreateCaseAsync();
        var mail = await Host.PlanReceiptAsync(file);
        for (var crash = 0; crash < 4; crash++)
        {
            var life = Lifeline.CutAtHandOver();
            using var crashing = await MailHost.OpenAsync(Azurite, Host.Clock, life, Settings);
            if (crash < 2)
            {
                await Assert.ThrowsAsync<ProcessDiedException>(() => crashing.SendAsync(mail));
            }
            else
            {
                await crashing.SendAsync(mail);
            }

            Host.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, Stub.Mails.Count);
        Assert.Single(Stub.Mails.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct());
        Assert.Equal((MailState.Failed, MailAttempt.UncertainFault), await Host.EntryAsync(mail) is var e ? (e.State, e.Fault) : default);
    }

    [Fact]
    public async Task Send_MessageThatTellsOfAMailAsItWasBefore_SendsItOnce()
    {
        var mail = await Host.PlanReceiptAsync(await Host.CreateCaseAsync());
        var planned = await Host.EntryAsync(mail);

        await Host.Dispatch.SendAsync(mail.Case, mail.Key, planned, default);
        await Host.Dispatch.SendAsync(mail.Case, mail.Key, planned, default);

        Assert.Single(Stub.Mails);
        Assert.Equal(MailState.Sent, (await Host.EntryAsync(mail)).State);
    }

    [Fact]
    public async Task Send_ManyMailsAtOnce_OneAtATimeIsBetweenItsClaimAndItsEvent()
    {
        var atOnce = 0;
        var most = 0;
        Stub.Answer = async (number, http) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(20);
            Interlocked.Decrement(ref atOnce);
            await SendGridStub.AcceptAsync(http, $"{number}");
        };
        var mails = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await Host.PlanReceiptAsync(await Host.CreateCaseAsync())));

        await Task.WhenAll(mails.Select(Host.SendAsync));

        Assert.Equal(8, Stub.Mails.Count);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Send_AddressOutsideTheListByAMailServer_IsKeptBack()
    {
        await using var server = TestMailServer.Plain();
        using var byServer = await MailHost.OpenAsync(
            Azurite, ("SendGrid:ApiKey", ""), ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{server.Port}"), ("Smtp:Security", "None"),
            ("Notifications:AllowedDomains:0", "zorg.example"));
        var outside = await byServer.PlanReceiptAsync(await byServer.CreateCaseAsync("melder@elders.example"));
        var inside = await byServer.PlanReceiptAsync(await byServer.CreateCaseAsync());

        await byServer.SendAsync(outside);
        await byServer.SendAsync(inside);

        Assert.Equal((MailState.Obsolete, "domein-niet-toegestaan"), await byServer.EntryAsync(outside) is var e ? (e.State, e.Fault)
            : default);
        Assert.Equal("melder@zorg.example", (await server.NextAsync()).To);
    }
}

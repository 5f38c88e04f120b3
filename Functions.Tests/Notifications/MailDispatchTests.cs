using System.Globalization;
using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

[Collection(nameof(CaseStorage))]
public sealed class MailDispatchTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private SendGridStub stub = null!;
    private MailHost host = null!;

    public async Task InitializeAsync()
    {
        stub = await SendGridStub.StartAsync();
        host = await OpenAsync();
        await host.Gate.OpenAsync(default);
    }

    public async Task DisposeAsync()
    {
        await host.Gate.OpenAsync(default);
        host.Dispose();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task Send_PlannedTwiceAndWokenThrice_GoesOutOnceWithOurKeys()
    {
        var file = await host.CreateCaseAsync();
        var mail = await host.PlanReceiptAsync(file);
        await host.PlanReceiptAsync(file);

        await Task.WhenAll(host.SendAsync(mail), host.SendAsync(mail), host.SendAsync(mail));
        await host.SendAsync(mail);

        var sent = Assert.Single(stub.Mails);
        Assert.Equal("Bearer SG.test", stub.Authorization);
        Assert.Equal(file.Number.Value, sent.GetProperty("custom_args").GetProperty("zaaknummer").GetString());
        Assert.Equal("receipt.1", sent.GetProperty("custom_args").GetProperty("outboxId").GetString());
        Assert.Equal("auto-generated", sent.GetProperty("headers").GetProperty("Auto-Submitted").GetString());
        var entry = await host.EntryAsync(mail);
        Assert.Equal((MailState.Sent, "sg-1"), (entry.State, entry.ProviderId));
    }

    [Fact]
    public async Task Send_WokenWhileTheClockMovesPastTheClaim_GoesOutOnceAndBothEndWithIt()
    {
        var mail = await host.PlanReceiptAsync(await host.CreateCaseAsync());
        Task? second = null;
        var endedBeforeTheFirst = true;
        stub.Answer = async (number, http) =>
        {
            host.Clock.Advance(TimeSpan.FromDays(42));
            second = host.SendAsync(mail);
            await Task.Yield();
            endedBeforeTheFirst = second.IsCompleted;
            await SendGridStub.AcceptAsync(http, $"sg-{number}");
        };

        await host.SendAsync(mail);
        await second!;

        Assert.False(endedBeforeTheFirst);
        Assert.Single(stub.Mails);
        Assert.Equal(MailState.Sent, (await host.EntryAsync(mail)).State);
    }

    [Fact]
    public async Task Send_Sent_TakesTheCodeOutAndPutsTheProofIn()
    {
        var file = await host.CreateCaseAsync();
        var mail = await host.PlanReceiptAsync(file);

        await host.SendAsync(mail);

        var after = (await host.Store.FindAsync(file.Number, default))!;
        Assert.Empty(after.Private.Secrets);
        Assert.Equal(("receipt.1", "ontvangst", "verzonden"), Assert.IsType<MailRecorded>(after.Events[^1].What) is var r
            ? (r.Key, r.Kind, r.State) : default);
    }

    [Fact]
    public async Task Send_KilledBetweenSentAndItsRecord_RecordsAndForgetsAtTheNextDelivery()
    {
        var file = await host.CreateCaseAsync();
        var mail = await host.PlanReceiptAsync(file);
        await host.Outbox.ChangeAsync(mail.Case, mail.Key, entry => entry with { State = MailState.Sent }, default);

        await host.SendAsync(mail);
        await host.SendAsync(mail);

        Assert.Empty(stub.Mails);
        var after = (await host.Store.FindAsync(file.Number, default))!;
        Assert.Empty(after.Private.Secrets);
        Assert.Equal("verzonden", Assert.Single(after.Events.Select(e => e.What).OfType<MailRecorded>()).State);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Send_ServiceIsBusyOrBroken_WaitsAsLongAsItAsksAndThenSendsOnce(int status)
    {
        stub.Answer = (number, http) =>
        {
            if (number > 1)
            {
                return SendGridStub.AcceptAsync(http, "later");
            }

            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        };
        var mail = await host.PlanReceiptAsync(await host.CreateCaseAsync());

        await host.SendAsync(mail);
        var waiting = await host.EntryAsync(mail);
        await host.SendAsync(mail);
        var callsWhileWaiting = stub.Mails.Count;
        host.Clock.Advance(TimeSpan.FromSeconds(200));
        await host.SendAsync(mail);

        Assert.Equal((MailState.Planned, $"sendgrid-{status}"), (waiting.State, waiting.Fault));
        Assert.InRange(waiting.NextAttemptAt!.Value - host.Clock.GetUtcNow() + TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(110),
            TimeSpan.FromSeconds(181));
        Assert.Equal(1, callsWhileWaiting);
        Assert.Equal(2, stub.Mails.Count);
        Assert.Equal(MailState.Sent, (await host.EntryAsync(mail)).State);
        Assert.Single(stub.Mails.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct());
    }

    [Fact]
    public async Task Send_RateLimitWithItsOwnHeader_WaitsUntilTheLimitBeginsAnew()
    {
        var reset = host.Clock.GetUtcNow().AddMinutes(30);
        stub.Answer = (_, http) =>
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers["X-RateLimit-Reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        var mail = await host.PlanReceiptAsync(await host.CreateCaseAsync());

        await host.SendAsync(mail);

        Assert.True((await host.EntryAsync(mail)).NextAttemptAt >= reset.AddSeconds(-1));
    }

    [Fact]
    public async Task Send_KeyIsRefused_StopsAllMailAndLosesNothing()
    {
        stub.Answer = (_, http) =>
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        var first = await host.PlanReceiptAsync(await host.CreateCaseAsync());
        var second = await host.PlanReceiptAsync(await host.CreateCaseAsync());
        await host.SendAsync(first);
        await host.SendAsync(second);
        var callsWhileClosed = stub.Mails.Count;
        var pause = await host.Gate.FindAsync(default);

        stub.Answer = (number, http) => SendGridStub.AcceptAsync(http, $"{number}");
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        await host.SendAsync(first);
        await host.SendAsync(second);

        Assert.Equal(1, callsWhileClosed);
        Assert.Equal("sendgrid-401", pause!.Fault);
        Assert.Equal(MailState.Sent, (await host.EntryAsync(first)).State);
        Assert.Equal(MailState.Sent, (await host.EntryAsync(second)).State);
        Assert.Null(await host.Gate.FindAsync(default));
    }

    [Fact]
    public async Task Send_CrashBetweenHandingOverAndRecording_GivesAtMostOneDouble()
    {
        var file = await host.CreateCaseAsync();
        var mail = await host.PlanReceiptAsync(file);
        for (var crash = 0; crash < 4; crash++)
        {
            var life = Lifeline.CutAtHandOver();
            using var crashing = await MailHost.OpenAsync(azurite, host.Clock, life, Settings);
            if (crash < 2)
            {
                await Assert.ThrowsAsync<ProcessDiedException>(() => crashing.SendAsync(mail));
            }
            else
            {
                await crashing.SendAsync(mail);
            }

            host.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, stub.Mails.Count);
        Assert.Single(stub.Mails.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct());
        Assert.Equal((MailState.Failed, MailAttempt.UncertainFault), await host.EntryAsync(mail) is var e ? (e.State, e.Fault) : default);
    }

    [Fact]
    public async Task Send_MessageThatTellsOfAMailAsItWasBefore_SendsItOnce()
    {
        var mail = await host.PlanReceiptAsync(await host.CreateCaseAsync());
        var planned = await host.EntryAsync(mail);

        await host.Dispatch.SendAsync(mail.Case, mail.Key, planned, default);
        await host.Dispatch.SendAsync(mail.Case, mail.Key, planned, default);

        Assert.Single(stub.Mails);
        Assert.Equal(MailState.Sent, (await host.EntryAsync(mail)).State);
    }

    [Fact]
    public async Task Send_ManyMailsAtOnce_OneAtATimeIsBetweenItsClaimAndItsEvent()
    {
        var atOnce = 0;
        var most = 0;
        stub.Answer = async (number, http) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(20);
            Interlocked.Decrement(ref atOnce);
            await SendGridStub.AcceptAsync(http, $"{number}");
        };
        var mails = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await host.PlanReceiptAsync(await host.CreateCaseAsync())));

        await Task.WhenAll(mails.Select(host.SendAsync));

        Assert.Equal(8, stub.Mails.Count);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Send_AddressOutsideTheListByAMailServer_IsKeptBack()
    {
        await using var server = TestMailServer.Plain();
        using var byServer = await MailHost.OpenAsync(
            azurite, ("SendGrid:ApiKey", ""), ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{server.Port}"), ("Smtp:Security", "None"),
            ("Notifications:AllowedDomains:0", "zorg.example"));
        var outside = await byServer.PlanReceiptAsync(await byServer.CreateCaseAsync("melder@elders.example"));
        var inside = await byServer.PlanReceiptAsync(await byServer.CreateCaseAsync());

        await byServer.SendAsync(outside);
        await byServer.SendAsync(inside);

        Assert.Equal((MailState.Obsolete, "domein-niet-toegestaan"), await byServer.EntryAsync(outside) is var e ? (e.State, e.Fault)
            : default);
        Assert.Equal("melder@zorg.example", (await server.NextAsync()).To);
    }

    private (string, string)[] Settings => [("SendGrid:Host", stub.Address.ToString()), ("SendGrid:Timeout", "00:00:01")];

    private Task<MailHost> OpenAsync() => MailHost.OpenAsync(azurite, Settings);
}

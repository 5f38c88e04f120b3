using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Bench;
using Microsoft.AspNetCore.Http;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Web;

/// <summary>A visitor who leaves before the answer is there: nothing went wrong, and nothing says so.</summary>
public sealed class LeavingVisitorTests
{
    private static readonly string[] Addresses =
    [
        "/", "/melden", "/bibliotheek", "/bibliotheek/feed.atom", "/koplopers", "/cijfers", "/werkbank", "/v1/casussen", "/v1/zaken",
        "/v1/zaken/{0}", "/werkbank/zaken/{0}", "/gezondheid/gereed",
    ];

    [Fact]
    public async Task Visitor_WhoLeavesWhileStorageIsSlow_CausesNoErrorOnAnyPageOrFeed()
    {
        var ended = new ConcurrentDictionary<string, Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CaseTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => ended.TryAdd(span.TraceId.ToHexString(), span),
        };
        ActivitySource.AddActivityListener(listener);
        await using var azurite = await Azurite.StartNewAsync();
        await using var slow = await StorageProxy.StartAsync(azurite);
        ConcurrentQueue<string> log;
        List<string> traces = [];
        await using (var app = await AppFixture.StartAsync(("AzureWebJobsStorage", slow.ConnectionString)))
        {
            log = app.Log;
            var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
            await journey.ReportAsync();
            await journey.MailAsync(_ => true);
            slow.Delay = TimeSpan.FromMilliseconds(700);
            foreach (var patience in new[] { 5, 60, 250 })
            {
                traces.AddRange(await Task.WhenAll(Addresses.Select(address => LeaveAsync(
                    app, address.Replace("{0}", journey.Number, StringComparison.Ordinal), TimeSpan.FromMilliseconds(patience)))));
            }

            await Journey.UntilAsync(() => Task.FromResult(traces.Any(trace => ended.TryGetValue(trace, out var span)
                && span.GetTagItem("http.response.status_code") is StatusCodes.Status499ClientClosedRequest)), "a request that was left");
            slow.Delay = TimeSpan.Zero;
        }

        // What was in progress has ended with the app.
        Assert.All(traces.Where(ended.ContainsKey), trace => Assert.NotEqual(ActivityStatusCode.Error, ended[trace].Status));
        var faults = log.Where(line => line.StartsWith("Error", StringComparison.Ordinal)
            || line.StartsWith("Critical", StringComparison.Ordinal));
        Assert.True(!faults.Any(), string.Join("\n", faults));
    }

    /// <summary>Asks for a page and gives up after so long; the trace of the request.</summary>
    private static async Task<string> LeaveAsync(AppFixture app, string address, TimeSpan patience)
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        using var client = app.NewClient();
        client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", AppFixture.Token(CurrentUser.CoordinatorRole, "Co Coördinator"));
        using var leaving = new CancellationTokenSource(patience);
        try
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), leaving.Token);
        }
        catch (OperationCanceledException)
        {
            // The visitor left.
        }

        return trace;
    }
}

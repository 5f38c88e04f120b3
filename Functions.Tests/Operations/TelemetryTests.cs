using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Operations;
using RegelLoket.Storage;
using RegelLoket.Tests.Infra;

namespace RegelLoket.Tests.Operations;

[Collection(AppCollection.Name)]
public sealed partial class TelemetryTests(AppFixture app)
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/meldingen/RR-2026-AAAAA")]
    [InlineData("/bestaat-niet")]
    public async Task Answer_ToARequestInATrace_NamesThatTrace(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");

        var answer = await app.Http.SendAsync(request);

        Assert.Equal(Trace, Assert.Single(answer.Headers.GetValues(TraceMiddleware.AnswerHeader)).Split('-')[1]);
    }

    [Fact]
    public async Task Report_ThatIsMade_IsCountedByTheTypeOfItsEvent()
    {
        var counted = new ConcurrentQueue<string>();
        using var listener = ListenTo("regelloket.case.events", (_, tags) =>
            counted.Enqueue((string)tags.Single(t => t.Key == "type").Value!));

        Assert.Equal(HttpStatusCode.Created, (await ReportAsync(app)).StatusCode);

        Assert.Contains("caseReported", counted);
    }

    [Fact]
    public void Gauges_AfterAMeasurement_ShowIt()
    {
        using var gauges = new Gauges();
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = ListenTo(null, (name, _, value) => seen[name] = value);

        gauges.Set(new Gauges.Reading
        {
            OpenByStatus = new Dictionary<string, long> { ["in-analyse"] = 7 },
            Overdue = 3,
            OldestOutboxEntry = TimeSpan.FromMinutes(2),
            OldestPendingWorkflow = TimeSpan.FromSeconds(5),
            OverdueReviews = 2,
            Poison = new Dictionary<string, long> { [PostponedSignal.QueueName] = 1 },
        });
        listener.RecordObservableInstruments();

        Assert.Equal(7, seen[Gauges.OpenCases]);
        Assert.Equal(3, seen[Gauges.OverdueDeadlines]);
        Assert.Equal(120, seen[Gauges.OldestOutboxEntry]);
        Assert.Equal(5, seen[Gauges.OldestPendingWorkflow]);
        Assert.Equal(1, seen[Gauges.PoisonMessages]);
    }

    [Fact]
    public void Alerts_OfAzure_GoByMetricsThatTheAppHas()
    {
        string[] metrics = [Gauges.OpenCases, Gauges.OverdueDeadlines, Gauges.OldestOutboxEntry, Gauges.OldestPendingWorkflow,
            Gauges.PoisonMessages, "regelloket.case.events"];
        var asked = MetricPattern().Matches(Repository.Read("infra/modules/alerts.bicep")).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.True(asked.Count >= 4);
        Assert.Subset(metrics.ToHashSet(), asked);
    }

    [Fact]
    public async Task Collector_ThatTheSettingsName_GetsOneTraceFromReportToMailAndMetricsWithoutWhatPeopleWrote()
    {
        using var collector = new OtlpCollector();
        await using (var traced = await AppFixture.StartAsync((TelemetryExport.OtlpEndpoint, collector.Address)))
        {
            Assert.Equal(HttpStatusCode.Created, (await ReportAsync(traced, mailTo: "melder@voorbeeld.example", trace: Trace)).StatusCode);
            await WaitForTheReceiptAsync(traced);
        }

        var oneTrace = collector.Spans.Where(span => span.Trace == Trace).Select(span => span.Name).ToHashSet();
        Assert.Superset(new HashSet<string> { "PostReport", "PlanMail", "DeliverMail" }, oneTrace);
        Assert.Contains("PostReport", collector.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("regelloket.case.events", collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("http.client.request.duration", collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.All(["/v1/traces", "/v1/metrics"], path =>
            Assert.DoesNotContain(Canary, collector.Received(path), StringComparison.Ordinal));
    }

    [Fact]
    public async Task ApplicationInsights_ThatCannotBeReached_HoldsNothingUp()
    {
        var nowhere = $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint=http://127.0.0.1:9/";
        await using var watched = await AppFixture.StartAsync((TelemetryExport.InsightsConnection, nowhere));

        Assert.Equal(HttpStatusCode.Created, (await ReportAsync(watched, mailTo: "melder@voorbeeld.example")).StatusCode);
        await WaitForTheReceiptAsync(watched);
    }

    private const string Canary = "Kanarie-7f3a";

    private static async Task WaitForTheReceiptAsync(AppFixture app)
    {
        var outbox = app.Services.GetRequiredService<Outbox>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var number = await app.Services.GetRequiredService<CaseIndex>().OpenAsync(patience.Token).Select(row => row.Number)
                .SingleAsync(patience.Token);
            if ((await outbox.OfCaseAsync(number, patience.Token)).Any(mail => mail.State == MailState.Sent))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private static async Task<HttpResponseMessage> ReportAsync(AppFixture to, string? mailTo = null, string? trace = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/meldingen")
        {
            Content = JsonContent.Create(new
            {
                titel = $"{Canary} over omscholing",
                omschrijving = $"{Canary}: een kandidaat wil de opleiding tot verzorgende volgen en wacht al maanden.",
                belemmering = $"{Canary}: de uitkering stopt zodra de opleiding begint.",
                branche = "ouderenzorg",
                themas = new[] { "leven-lang-ontwikkelen" },
                melder = mailTo is null ? null : new { naam = Canary, email = mailTo },
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (trace is not null)
        {
            request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        }

        return await to.Http.SendAsync(request);
    }

    private static MeterListener ListenTo(string? name, Action<string, KeyValuePair<string, object?>[], double> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == CaseTelemetry.Name && (name is null || instrument.Name == name))
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen(instrument.Name, tags.ToArray(), value));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen(instrument.Name, tags.ToArray(), value));
        listener.Start();
        return listener;
    }

    private static MeterListener ListenTo(string name, Action<string, KeyValuePair<string, object?>[]> seen) =>
        ListenTo(name, (n, tags, _) => seen(n, tags));

    [GeneratedRegex("Name == \"([a-z.]+)\"")]
    private static partial Regex MetricPattern();
}

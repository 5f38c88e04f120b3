using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Operations;
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
        using var listener = ListenTo("regelloket.case.events", (_, tags) => counted.Enqueue((string)tags.Single(t => t.Key == "type").Value!));

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
            Poison = new Dictionary<string, long> { ["intake"] = 1 },
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
        string[] metrics = [Gauges.OpenCases, Gauges.OverdueDeadlines, Gauges.OldestOutboxEntry, Gauges.OldestPendingWorkflow, Gauges.PoisonMessages, "regelloket.case.events"];
        var asked = MetricPattern().Matches(Repository.Read("infra/modules/alerts.bicep")).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.True(asked.Count >= 4);
        Assert.Subset(metrics.ToHashSet(), asked);
    }

    [Fact]
    public async Task Collector_ThatTheSettingsName_GetsSpansAndMetricsWithoutWhatPeopleWrote()
    {
        using var collector = new Collector();
        await using (var traced = await AppFixture.StartAsync((TelemetryExport.OtlpEndpoint, collector.Address)))
        {
            Assert.Equal(HttpStatusCode.Created, (await ReportAsync(traced)).StatusCode);
        }

        Assert.Contains("PostReport", collector.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("regelloket.case.events", collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("http.client.request.duration", collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.All(["/v1/traces", "/v1/metrics"], path => Assert.DoesNotContain(Canary, collector.Received(path), StringComparison.Ordinal));
    }

    [Fact]
    public async Task ApplicationInsights_InALocalRun_IsRefusedWithTheReason()
    {
        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => AppFixture.StartAsync((TelemetryExport.InsightsConnection, "IngestionEndpoint=https://localhost/")));

        Assert.Contains("Azure lane", failure.Message, StringComparison.Ordinal);
    }

    private const string Canary = "Kanarie-7f3a";

    private static async Task<HttpResponseMessage> ReportAsync(AppFixture to)
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
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
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

    private static MeterListener ListenTo(string name, Action<string, KeyValuePair<string, object?>[]> seen) => ListenTo(name, (n, tags, _) => seen(n, tags));

    [GeneratedRegex("Name == \"([a-z.]+)\"")]
    private static partial Regex MetricPattern();

    /// <summary>An OTLP collector that keeps what it gets; the names in a protobuf body are plain UTF-8.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly ConcurrentQueue<(string Path, string Body)> received = new();

        public Collector()
        {
            for (var port = 20_000 + Random.Shared.Next(20_000); ; port++)
            {
                try
                {
                    Address = $"http://127.0.0.1:{port}";
                    listener.Prefixes.Add($"{Address}/");
                    listener.Start();
                    break;
                }
                catch (HttpListenerException)
                {
                    listener.Prefixes.Clear();
                }
            }

            _ = TakeAsync();
        }

        public string Address { get; }

        public string Received(string path) => string.Concat(received.Where(r => r.Path == path).Select(r => r.Body));

        public void Dispose() => listener.Close();

        private async Task TakeAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                    received.Enqueue((context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
                    context.Response.Close();
                }
                catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Operations;
using RegelLoket.Storage;
using RegelLoket.Tests.Privacy;

namespace RegelLoket.Tests.Operations;

/// <summary>What leaves the app as spans, metrics and logs: nothing that people wrote, and all that went wrong or changed.</summary>
public sealed class TelemetryExportTests
{
    private const int Many = 25;

    [Fact]
    public async Task Export_OfCasesWithAMarkerInEveryField_HoldsNoTextAddressCodeOrSearch()
    {
        using var collector = new OtlpCollector();
        List<string> secrets = [MarkedCase.Marker];
        ConcurrentQueue<string> log;
        await using (var app = await AppFixture.StartAsync((TelemetryExport.OtlpEndpoint, collector.Address)))
        {
            var journey = await new MarkedCase(app).PlantAsync();
            secrets.Add(await new MarkedCase(app).PlantBesideAsync(journey));
            secrets.Add(journey.Code);
            secrets.Add((await journey.CodeOfLinkAsync("szw")).Split('.')[^1]);
            await SearchAsync(app);
            await SendWhatIsRefusedAsync(app, journey.Number);
            await DamageAsync(app);
            log = app.Log;
        }

        // The fixture takes the place of the exporter of logs: it keeps every line that this would send.
        Assert.Equal(["/v1/metrics", "/v1/traces"], collector.Paths.Order(StringComparer.Ordinal));
        Assert.NotEmpty(log);
        Assert.All(secrets, secret =>
            Assert.DoesNotContain(log, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.All(collector.Paths, path => Assert.All(
            secrets, secret => Assert.DoesNotContain(secret, collector.Received(path), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Both exporters, since that of Azure would have five traces a second; and callers whose traces nobody else keeps.</summary>
    [Fact]
    public async Task Export_OfManyReportsWithinASecondThatAreNotSampledElsewhere_HasEachChangeEachMailAndEachError()
    {
        using var collector = new OtlpCollector();
        var nowhere = $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint=http://127.0.0.1:9/";
        string[] reports;
        string[] failures;
        await using (var app = await AppFixture.StartAsync(
            (TelemetryExport.OtlpEndpoint, collector.Address), (TelemetryExport.InsightsConnection, nowhere)))
        {
            var journeys = new List<Journey>();
            reports = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => TracedAsync(app, async clientOf =>
            {
                var journey = new Journey(clientOf);
                await journey.ReportAsync();
                lock (journeys)
                {
                    journeys.Add(journey);
                }
            })));
            await Journey.UntilAsync(async () => (await Task.WhenAll(journeys.Select(j => IsMailedAsync(app, j)))).All(sent => sent),
                "all receipts");
            var damaged = await DamagedAsync(app);
            failures = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => TracedAsync(app, async clientOf =>
            {
                using var analyst = clientOf("Ans Analist");
                using var failed = await analyst.GetAsync(damaged);
                Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
            })));
        }

        var spans = collector.Spans.ToLookup(span => span.Trace, span => span.Name);
        Assert.All(reports, trace => Assert.Superset(
            new HashSet<string> { "PostReport", "PlanMail", "DeliverMail" }, spans[trace].ToHashSet()));
        Assert.All(failures, trace => Assert.Contains("GetCase", spans[trace]));
    }

    /// <summary>Runs requests in a trace of their own that is marked as not sampled, and returns its id.</summary>
    private static async Task<string> TracedAsync(AppFixture app, Func<Func<string?, HttpClient>, Task> act)
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        await act(name =>
        {
            var client = name is null ? app.NewClient() : app.AsAnalyst(name);
            client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-00");
            return client;
        });
        return trace;
    }

    private static async Task<bool> IsMailedAsync(AppFixture app, Journey journey) =>
        (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!
        .Events.Any(e => e.What is MailRecorded);

    private static async Task SearchAsync(AppFixture app)
    {
        string[] addresses =
        [
            "/bibliotheek?zoek={0}", "/v1/casussen?zoek={0}", "/v1/factsheets?zoek={0}", "/koplopers?zoek={0}", "/werkbank?zoek={0}",
            "/v1/zaken?zoek={0}", "/bestaat-niet/{0}", "/bibliotheek/{0}", "/v1/meldingen/{0}",
        ];
        using var analyst = app.AsAnalyst();
        foreach (var (client, address) in from client in new[] { analyst, app.Http } from address in addresses select (client, address))
        {
            using var answer = await client.GetAsync(
                new Uri(address.Replace("{0}", MarkedCase.Marker, StringComparison.Ordinal), UriKind.Relative));
            Assert.True((int)answer.StatusCode < 500, address);
        }

        using var similar = Json($$"""{"tekst":"{{MarkedCase.Marker}} wil een opleiding volgen."}""");
        using var found = await app.Http.PostAsync(new Uri("/v1/persoonsgegevens-scans", UriKind.Relative), similar);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    /// <summary>Wrong codes, keys and bodies, and headers in which a caller may write anything.</summary>
    private static async Task SendWhatIsRefusedAsync(AppFixture app, string number)
    {
        foreach (var (name, value) in new[]
        {
            ("Volgcode", MarkedCase.Marker), ("Reactiecode", MarkedCase.Marker), ("If-Match", MarkedCase.Marker),
            ("Cookie", $"regelloket-volgen={MarkedCase.Marker}"), ("User-Agent", MarkedCase.Marker),
            ("Referer", $"https://example.org/{MarkedCase.Marker}"),
            ("baggage", $"melder={MarkedCase.Marker}"), ("tracestate", $"{MarkedCase.Marker.ToLowerInvariant()}=1"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/meldingen/{number}");
            request.Headers.TryAddWithoutValidation(name, value);
            request.Headers.TryAddWithoutValidation(
                "traceparent", $"00-{ActivityTraceId.CreateRandom().ToHexString()}-00f067aa0ba902b7-01");
            using var answer = await app.Http.SendAsync(request);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, name);
        }

        using var token = new HttpRequestMessage(HttpMethod.Get, "/v1/zaken");
        token.Headers.Authorization = new AuthenticationHeaderValue("Bearer", MarkedCase.Marker);
        using var refused = await app.Http.SendAsync(token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var body = Json($$"""{"titel":"{{MarkedCase.Marker}}""");
        using var broken = await app.Http.PostAsync(new Uri("/v1/meldingen", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    /// <summary>A stored text that cannot be read, so that an exception tells of it.</summary>
    private static async Task DamageAsync(AppFixture app)
    {
        var damaged = await DamagedAsync(app);
        using var analyst = app.AsAnalyst();
        using var failed = await analyst.GetAsync(damaged);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
    }

    private static async Task<Uri> DamagedAsync(AppFixture app)
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync();
        await app.Storage.Blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(journey.Number)
            .UploadAsync(new BinaryData($"{{\"texts\": {{ \"1\": \"{MarkedCase.Marker}\" }}}}"), overwrite: true);
        return new Uri($"/v1/zaken/{journey.Number}", UriKind.Relative);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}

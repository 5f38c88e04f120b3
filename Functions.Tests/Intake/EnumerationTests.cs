using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Intake;

/// <summary>
/// Whether a case or an address exists shows in nothing: the answers are the same, and so is the work behind them, request by request to
/// storage. Counting the work, and not the time, says the same on every machine.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class EnumerationTests(AppFixture app)
{
    public static TheoryData<string> Codes => ["reporter", "follower"];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Follow_ExistingAndUnknownCase_TakeTheSameWorkAndAnswerAlike(string who)
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync();
        var suffix = who == "follower" ? "-2" : "";
        var address = who == "follower" ? "/v1/aansluitingen/" : "/v1/meldingen/";

        var existing = await AskAsync(() => Get(address + journey.Number + suffix, FollowCode.New().ToString()));
        var unknown = await AskAsync(() => Get(address + "RR-2026-00000" + suffix, FollowCode.New().ToString()));

        Assert.NotEmpty(existing.Requests);
        Assert.Equal(existing.Requests, unknown.Requests);
        Assert.Equal(existing.Answer, unknown.Answer);
    }

    [Fact]
    public async Task LostCode_KnownAndUnknownAddress_TakeTheSameWorkAndAnswerAlike()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        var address = $"{Guid.NewGuid():N}@voorbeeld.nl";
        await journey.ReportAsync(email: address);

        var known = await AskAsync(() => Post(journey.Number, address));
        var otherAddress = await AskAsync(() => Post(journey.Number, "iemand@anders.nl"));
        var noCase = await AskAsync(() => Post("RR-2026-00000", address));

        Assert.Single(known.Requests);
        Assert.Equal(known.Requests, otherAddress.Requests);
        Assert.Equal(known.Requests, noCase.Requests);
        Assert.Equal((known.Answer, known.Answer), (otherAddress.Answer, noCase.Answer));
    }

    private static HttpRequestMessage Get(string address, string code)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Volgcode", code);
        return request;
    }

    private static HttpRequestMessage Post(string number, string email) =>
        new(HttpMethod.Post, "/v1/nieuwe-volgcodes") { Content = JsonContent.Create(new { zaaknummer = number, email }) };

    /// <summary>Asks within a trace of its own; what the app asks of storage for it carries the same trace.</summary>
    private async Task<(string Answer, IReadOnlyList<string> Requests)> AskAsync(Func<HttpRequestMessage> ask)
    {
        var trace = ActivityTraceId.CreateRandom();
        var requests = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "System.Net.Http" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.TraceId == trace
                ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "System.Net.Http" && activity.TraceId == trace
                    && activity.GetTagItem("url.full") is string url && !url.StartsWith(app.Address.ToString(), StringComparison.Ordinal))
                {
                    requests.Enqueue($"{activity.GetTagItem("http.request.method")} {ContainerOf(url)}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = ask();
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var response = await app.Http.SendAsync(request);
        return ($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}", [.. requests.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The container or queue, without what stands in it.</summary>
    private static string ContainerOf(string url) => new Uri(url).Segments is { Length: > 2 } segments ? segments[2].TrimEnd('/') : url;
}

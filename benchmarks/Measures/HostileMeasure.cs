using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Bench.Measures;

/// <summary>
/// What good requests notice of bad ones: the same visitors without and with callers who send a hundred bad requests a second, each from a
/// loopback address of its own, at the limits that the app has by itself.
/// </summary>
internal sealed class HostileMeasure(bool isShort) : IMeasure
{
    private const int Visitors = 4;
    private const int Attackers = 8;
    private const int BadPerSecond = 100;

    // Some seven requests a second, one in five a report: a year's cases in a few hours. Without a pause to speak of the visitors would
    // fill both cores by themselves, and what is measured would be the machine.
    private static readonly TimeSpan VisitorPause = TimeSpan.FromMilliseconds(500);

    public string Name => "hostile";

    public string Description => "p95 of pages, searches and reports while a hundred bad requests a second come in, beside without";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("good requests beside bad ones, p95 as a share of without", "ratio", Goal.AtMost, 2),
        new("good requests beside bad ones, p95", "ms", Goal.AtMost, 200),
        new("bad requests that were answered", "per second", Goal.AtLeast, 0.9 * BadPerSecond),
    ];

    private TimeSpan Length => TimeSpan.FromSeconds(isShort ? 10 : 60);

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var desk = await DeskProcess.StartNewAsync(
            azurite, DeskProcess.RealClock, "--ASPNETCORE_FORWARDEDHEADERS_ENABLED=true", "--RateLimits:ChangesPerAddress=600",
            "--RateLimits:ChangesInAll=5000", "--SendGrid:InboundPassword=inkomend");
        var report = await desk.Client.ReportAsync();
        var number = report.GetProperty("zaaknummer").GetString()!;
        await VisitAsync(desk, number, report.GetProperty("volgcode").GetString()!, TimeSpan.FromSeconds(isShort ? 3 : 20));
        var alone = await VisitAsync(desk, number, report.GetProperty("volgcode").GetString()!, Length);

        using var ending = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var attacks = Enumerable.Range(0, Attackers).Select(i => AttackAsync(desk, number, i, ending.Token)).ToList();
        var beside = await VisitAsync(desk, number, report.GetProperty("volgcode").GetString()!, Length);
        await ending.CancelAsync();
        var answered = (await Task.WhenAll(attacks)).Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
        var p95 = Statistics.Percentile(beside, 95);
        return [p95 / Statistics.Percentile(alone, 95), p95, answered];
    }

    /// <summary>Visitors who look around, ask for their case and report, one request after the other; milliseconds of each.</summary>
    private static async Task<IReadOnlyList<double>> VisitAsync(DeskProcess desk, string number, string code, TimeSpan length)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(async visitor =>
        {
            List<double> mine = [];
            for (var i = visitor; Stopwatch.GetElapsedTime(began) < length; i++)
            {
                var one = Stopwatch.GetTimestamp();
                Task visit = (i % 5) switch
                {
                    0 => desk.Client.OpenAsync("/"),
                    1 => desk.Client.OpenAsync("/bibliotheek?zoek=scholing"),
                    2 => desk.Client.SendAsync(HttpMethod.Get, $"/v1/meldingen/{number}", headers: ("Volgcode", code)),
                    3 => desk.Client.OpenAsync("/melden"),
                    _ => desk.Client.ReportAsync(),
                };
                await visit;
                mine.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
                await Task.Delay(VisitorPause);
            }

            return mine;
        }));
        return [.. times.SelectMany(mine => mine)];
    }

    /// <summary>One caller who sends bad requests of all kinds in turn; how many were answered.</summary>
    private static async Task<int> AttackAsync(DeskProcess desk, string number, int attacker, CancellationToken ending)
    {
        var from = new IPEndPoint(new IPAddress([127, 0, 1, (byte)(attacker + 1)]), 0);
        using var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(from);
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = desk.Client.Address };
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds((double)Attackers / BadPerSecond));
        var answered = 0;
        for (var i = attacker; !ending.IsCancellationRequested; i++)
        {
            using var request = Bad(i, number);
            using var response = await client.SendAsync(request, CancellationToken.None);
            if (response.StatusCode >= HttpStatusCode.InternalServerError || response.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{request.Method} {request.RequestUri} gave {(int)response.StatusCode}.");
            }

            answered++;
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        return answered;
    }

    private static HttpRequestMessage Bad(int i, string number) => (i % 10) switch
    {
        0 => Get($"/v1/meldingen/{number}", ("Volgcode", "7KQ4-MABC-DEFG-HJKM-NPQR-STVW-XYZ")),
        1 => Get("/v1/reacties", ("Reactiecode", $"{number}.szw.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde")),
        2 => Get("/volgen/melding", ("Cookie", $"regelloket-volgen={new string('C', 3000)}")),
        3 => Get($"/{new string('x', 3000)}"),
        4 => Get("/v1/zaken", ("Authorization", $"Bearer {new string('e', 2000)}.e30.x")),
        5 => Post("/v1/meldingen", $"{new string('[', 30_000)}", "application/json"),
        6 => Post("/v1/meldingen", $"{{\"titel\":\"{new string('x', 200_000)}\"}}", "application/json"),
        7 => Post("/melden/doel", $"omschrijving={new string('x', 50_000)}", "application/x-www-form-urlencoded"),
        8 => Post("/v1/webhooks/sendgrid", $"[{string.Join(',', Enumerable.Repeat("{\"event\":\"bounce\"}", 3000))}]", "application/json"),
        _ => Post("/v1/webhooks/inkomend", new string('x', 1_000_000), "multipart/form-data; boundary=x"),
    };

    private static HttpRequestMessage Get(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static HttpRequestMessage Post(string address, string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }
}

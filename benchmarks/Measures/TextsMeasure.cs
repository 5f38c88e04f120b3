using System.Diagnostics;

namespace Bench.Measures;

/// <summary>
/// How long a public call takes for a text of nearly 64 KB, the most that a body may hold, made of what a careless pattern or a slow reader
/// would choke on. Most are refused as too long, which is an answer too.
/// </summary>
internal sealed class TextsMeasure : IMeasure
{
    private const int Characters = 60_000;
    private const int Times = 5;

    private static readonly string[] Pieces =
    [
        "a", "a'", "jan.de.", "a@", "Dr. ", "van der ", "1 mei ", "06-", "1112223", "Straat 1 ", "b.v. ", "hoofd", "«", "\\n> ",
        "https://", "<b>",
    ];

    public string Name => "texts";

    public string Description => "public calls with texts of 64 KB that are meant to take long";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } = [new("slowest public call with a hostile text of 64 KB", "ms", Goal.AtMost, 200)];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var desk = await DeskProcess.StartNewAsync(azurite, AppTimers.Off(DeskProcess.BuiltApp));
        var report = await desk.Client.ReportAsync();
        var number = report.GetProperty("zaaknummer").GetString()!;
        var code = report.GetProperty("volgcode").GetString()!;
        (string Path, Func<string, object> Body)[] calls =
        [
            ("/v1/meldingen", text => new { titel = "Titel", omschrijving = text, belemmering = "x", branche = "ouderenzorg" }),
            ("/v1/meldingen", text => new { titel = text }),
            ("/v1/meldingen", text => new { titel = "Titel", melder = new { email = text } }),
            ("/v1/vergelijkbare-casussen", text => new { tekst = text }),
            ("/v1/persoonsgegevens-scans", text => new { tekst = text }),
            ("/v1/suggesties", text => new { titel = "Titel", omschrijving = text, belemmering = text[..10] }),
            ($"/v1/meldingen/{number}/reacties", text => new { tekst = text }),
            ($"/v1/meldingen/{number}/bezwaren", text => new { tekst = text }),
            ($"/v1/meldingen/{number}/adrescodes", text => new { email = text }),
            ("/v1/volgverzoeken", text => new { email = text, themas = new[] { text } }),
        ];
        var slowest = (Milliseconds: 0.0, Of: "");
        foreach (var (path, body) in calls)
        {
            foreach (var piece in Pieces)
            {
                var text = string.Concat(Enumerable.Repeat(piece, Characters / piece.Length));
                var best = double.MaxValue;
                for (var time = 0; time < Times; time++)
                {
                    var watch = Stopwatch.StartNew();
                    await desk.Client.StatusAsync(HttpMethod.Post, path, body(text), SeededCases.Handler,
                        ("Volgcode", code), ("Idempotency-Key", Guid.NewGuid().ToString()));
                    best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
                }

                slowest = best > slowest.Milliseconds ? (best, $"{path} with '{piece}'") : slowest;
            }
        }

        Console.WriteLine($"    slowest: {slowest.Of}");
        return [slowest.Milliseconds];
    }
}

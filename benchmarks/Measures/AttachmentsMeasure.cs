using System.Diagnostics;
using System.Net.Http.Headers;

namespace Bench.Measures;

/// <summary>
/// A file of ten megabytes, uploaded by the API: the time until it is stored, and the memory that the worker takes for it at its
/// peak, above what it had. A PDF, which is read twice, one with many packed objects, and a photo, which is copied without its metadata.
/// </summary>
internal sealed class AttachmentsMeasure : IMeasure
{
    private const int Size = (10 * 1024 * 1024) - 4096;
    private const int Samples = 5;

    /// <summary>Packed objects that come near to what is taken.</summary>
    private const int Objects = 12_000;
    private const int Packed = 300 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    public string Name => "attachments";

    public string Description => "a file of 10 MB by the API: time until it is stored, and the worker's memory above what it had";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("upload of a PDF of 10 MB, p50", "ms", Goal.AtMost, 1000),
        new("upload of a PDF of 10 MB with 12,000 packed objects, p50", "ms", Goal.AtMost, 1000),
        new("upload of a photo of 10 MB, p50", "ms", Goal.AtMost, 1000),
        new("worker: memory at the peak of a PDF of 10 MB", "MB", Goal.AtMost, 30),
        new("worker: memory at the peak of a PDF of 10 MB with 12,000 packed objects", "MB", Goal.AtMost, 30),
        new("worker: memory at the peak of a photo of 10 MB", "MB", Goal.AtMost, 30),
        new("download of 10 MB, p50", "ms", Goal.AtMost, 1000),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var desk = await DeskProcess.StartNewAsync(azurite, "--RateLimits:FilesPerAddressPerDay=1000000");
        using var http = new HttpClient { BaseAddress = desk.Address };
        var files = new[] { LetterPdf.Scan(Size), LetterPdf.Tagged(Size - Packed, Objects), Jpeg() };
        // The first ones compile what is measured.
        foreach (var file in files)
        {
            await UploadAllAsync(desk, http, file);
        }

        var seen = new List<(double Milliseconds, double Megabytes, double Download)>();
        foreach (var file in files)
        {
            await Task.Delay(Settled);
            seen.Add(await UploadAllAsync(desk, http, file));
        }

        return [.. seen.Select(file => file.Milliseconds), .. seen.Select(file => file.Megabytes), seen[^1].Download];
    }

    /// <summary>Uploads a file some times, each to a case of its own; the median time, the highest peak, the median download.</summary>
    private static async Task<(double Milliseconds, double Megabytes, double Download)> UploadAllAsync(
        DeskProcess desk, HttpClient http, byte[] content)
    {
        var (times, downloads, peak) = (new List<double>(), new List<double>(), 0.0);
        for (var i = 0; i < Samples; i++)
        {
            var report = await desk.Client.ReportAsync();
            var (number, code) = (report.GetProperty("zaaknummer").GetString()!, report.GetProperty("volgcode").GetString()!);
            var before = desk.WorkerMegabytes;
            using var done = new CancellationTokenSource();
            var watching = Task.Run(() => PeakAsync(desk, done.Token));
            var one = Stopwatch.StartNew();
            var address = await UploadAsync(http, number, code, content);
            times.Add(one.Elapsed.TotalMilliseconds);
            await done.CancelAsync();
            peak = Math.Max(peak, await watching - before);
            one.Restart();
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Volgcode", code);
            using var download = await http.SendAsync(request);
            await download.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
            downloads.Add(one.Elapsed.TotalMilliseconds);
        }

        return (Statistics.Median(times), peak, Statistics.Median(downloads));
    }

    private static async Task<double> PeakAsync(DeskProcess desk, CancellationToken done)
    {
        var peak = 0.0;
        while (!done.IsCancellationRequested)
        {
            peak = Math.Max(peak, desk.WorkerMegabytes);
            await Task.Delay(Look, CancellationToken.None);
        }

        return peak;
    }

    private static async Task<Uri> UploadAsync(HttpClient http, string number, string code, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{number}/bijlagen")
        { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("Volgcode", code);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        return answer.EnsureSuccessStatusCode().Headers.Location!;
    }

    /// <summary>A JPEG with a scan of that size; no picture to look at, but one to copy.</summary>
    private static byte[] Jpeg()
    {
        var scan = new byte[Size];
        new Random(8).NextBytes(scan);
        scan.AsSpan().Replace((byte)0xFF, (byte)0xFE);
        return
        [
            0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0x20, 0, 0x20, 0, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. scan, 0xFF, 0xD9,
        ];
    }
}

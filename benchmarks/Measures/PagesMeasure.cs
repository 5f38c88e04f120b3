using System.Diagnostics;
using System.Net;
using RegelLoket.Intake.Drafts;

namespace Bench.Measures;

/// <summary>
/// The pages of a reporter: the server's time for the pages of the form, one visitor after the other, and what Lighthouse says of the
/// pages that most people see.
/// </summary>
internal sealed class PagesMeasure : IMeasure
{
    private const int Rounds = 40;

    public string Name => "pages";

    public string Description => "pages of the form over HTTP; Lighthouse on start, a page of the form, following and the library";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("page of the form, server time, p95", "ms", Goal.AtMost, 30),
        new("page of the form with all that it loads", "KB", Goal.AtMost, 60),
        new("Lighthouse, performance, lowest of four pages", "of 100", Goal.AtLeast, 95),
        new("Lighthouse, accessibility, lowest of four pages", "of 100", Goal.AtLeast, 100),
        new("Lighthouse, best practices, lowest of four pages", "of 100", Goal.AtLeast, 95),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var desk = await DeskProcess.StartNewAsync(azurite);
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var visitor = new HttpClient(handler) { BaseAddress = desk.Client.Address };
        await BeginAsync(visitor);
        await VisitStepsAsync(visitor);
        List<double> times = [];
        for (var round = 0; round < Rounds; round++)
        {
            times.AddRange(await VisitStepsAsync(visitor));
        }

        var question = new Uri(desk.Client.Address, FormStep.Goal.Address);
        var form = await Lighthouse.LookAtAsync(question, cookies.GetCookieHeader(question));
        List<PageScores> pages = [form];
        foreach (var path in new[] { "/", "/volgen", "/bibliotheek" })
        {
            pages.Add(await Lighthouse.LookAtAsync(new Uri(desk.Client.Address, path)));
        }

        return
        [
            Statistics.Percentile(times, 95), form.Kilobytes,
            pages.Min(page => page.Performance), pages.Min(page => page.Accessibility), pages.Min(page => page.BestPractices),
        ];
    }

    private static async Task BeginAsync(HttpClient visitor)
    {
        var page = await visitor.GetStringAsync(new Uri("/melden", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_beveiliging"] = DeskClient.TokenIn(page) });
        using var begun = await visitor.PostAsync(new Uri("/melden", UriKind.Relative), form);
        begun.EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<double>> VisitStepsAsync(HttpClient visitor)
    {
        List<double> times = [];
        for (var step = FormStep.Goal; step is not null; step = step.Next)
        {
            var watch = Stopwatch.StartNew();
            using var response = await visitor.GetAsync(new Uri(step.Address, UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (response.RequestMessage!.RequestUri!.AbsolutePath != step.Address)
            {
                throw new InvalidOperationException($"{step.Address} led elsewhere.");
            }
        }

        return times;
    }
}

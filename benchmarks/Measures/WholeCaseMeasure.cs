using System.Text.Json;

namespace Bench.Measures;

/// <summary>One whole case over the API, from report through two ministries to the outcome: how many storage requests the process needs for it, idle polling taken off.</summary>
internal sealed class WholeCaseMeasure : IMeasure
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    public string Name => "case";

    public string Description => "one case from report through two ministries to the outcome: storage requests";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } = [new("one whole case, storage requests", "requests", Goal.AtMost, 120)];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var desk = await DeskApp.StartAsync(azurite);
        await LiveAsync(desk);
        await Task.Delay(Settled);

        var idleFrom = desk.StorageRequests;
        await Task.Delay(Settled);
        var idlePerSecond = (desk.StorageRequests - idleFrom) / Settled.TotalSeconds;

        var from = desk.StorageRequests;
        var started = TimeProvider.System.GetTimestamp();
        await LiveAsync(desk);
        await Task.Delay(Settled);
        return [desk.StorageRequests - from - (idlePerSecond * TimeProvider.System.GetElapsedTime(started).TotalSeconds)];
    }

    private static async Task LiveAsync(DeskApp desk)
    {
        var report = await desk.ReportAsync();
        var number = report.GetProperty("zaaknummer").GetString()!;
        string[] ministries = ["szw", "vws"];
        Task<JsonElement> Step(HttpMethod method, string step, object body, string analyst = "Ans") => desk.SendAsync(method, $"/v1/zaken/{number}/{step}", body, analyst);

        await Step(HttpMethod.Put, "contextanalyse", new
        {
            bron = "wet",
            regels = new[] { new { bwbId = "BWBR0004045", citeertitel = "Werkloosheidswet", artikel = "76" } },
            ministeries = ministries,
            uitvoerder = "uwv",
            toelichting = "Scholing kan met toestemming.",
        });
        await Step(HttpMethod.Put, "probleemstelling", new { tekst = "Het is onduidelijk of de WW doorloopt." });
        await Step(HttpMethod.Post, "goedkeuringen", new { onderdeel = "probleemstelling", versie = 1 }, "Bea");
        await Step(HttpMethod.Post, "escalaties", new { ministeries = ministries.Select(m => new { ministerie = m, vraag = "Welke ruimte is er?" }) });
        foreach (var ministry in ministries)
        {
            var code = await LinkAsync(desk, number, ministry);
            await desk.SendAsync(HttpMethod.Post, "/v1/reacties", new { soort = "antwoord", tekst = "Dat mag." }, headers: ("Reactiecode", code));
        }

        await Step(HttpMethod.Post, "uitkomsten", new
        {
            uitkomst = "het-kan-al",
            tekstVoorMelder = "Het kan al.",
            reden = "De wet laat het toe.",
            regel = new { bwbId = "BWBR0004045", citeertitel = "Werkloosheidswet", artikel = "76", gecontroleerdOp = "2026-01-05" },
            watZegtDeRegel = "Scholing kan met toestemming.",
            watMagJe = "Je mag beginnen zodra UWV toestemt.",
            bevestigdDoor = "Ministerie van SZW",
            bevestigdOp = "2026-01-05",
        });
    }

    /// <summary>The code in the newest mail to a ministry, once it has come.</summary>
    private static async Task<string> LinkAsync(DeskApp desk, string number, string ministry)
    {
        var marker = $"/reactie#{number}.{ministry}.";
        for (var attempt = 0; attempt < 200; attempt++)
        {
            foreach (var mail in (await desk.SendAsync(HttpMethod.Get, "/lokaal/postbus.json")).EnumerateArray())
            {
                var text = mail.GetProperty("text").GetString()!;
                if (text.IndexOf(marker, StringComparison.Ordinal) is >= 0 and var at)
                {
                    return text[(at + "/reactie#".Length)..].Split((char[])[' ', '\n', '\r'], 2)[0];
                }
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The mail to the ministry did not come.");
    }
}

using System.Text.Json;

namespace Bench;

/// <summary>A case over the API, from the report through two ministries to the outcome, and on into the library.</summary>
internal sealed class CaseJourney(DeskClient desk)
{
    /// <summary>
    /// The mails of a case up to its outcome: receipt and outcome; for each ministry its question, a notice of the answer to the
    /// analyst, a copy of it to the ministry, and the outcome.
    /// </summary>
    public const int Mails = 10;

    public static IReadOnlyList<string> Ministries { get; } = ["szw", "vws"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private string code = "";

    public string Number { get; private set; } = "";

    /// <summary>All steps to the outcome. Every request can be sent again without doing anything twice.</summary>
    /// <param name="mailText">Gives the text of a mail that holds a marker, once it has come.</param>
    public async Task ToOutcomeAsync(Func<string, Task<string>> mailText)
    {
        await ReportAsync();
        await FromReportToOutcomeAsync(mailText);
    }

    /// <summary>A whole case, from the report to its publication; its number.</summary>
    /// <exception cref="InvalidOperationException">It had not so many mails when its outcome was known.</exception>
    public static async Task<string> LiveAsync(DeskClient desk, MailWatch mails)
    {
        var journey = new CaseJourney(desk);
        await journey.ToOutcomeAsync(mails.TextWithAsync);
        await mails.OfCaseAsync(journey.Number, Mails, Patience);
        await journey.PublishAsync();
        return journey.Number;
    }

    /// <summary>The steps after the report.</summary>
    /// <param name="mailText">Gives the text of a mail that holds a marker, once it has come.</param>
    public async Task FromReportToOutcomeAsync(Func<string, Task<string>> mailText)
    {
        await ToMinistriesAsync();
        foreach (var ministry in Ministries)
        {
            await AnswerAsync(await mailText(MarkerOf(ministry)), ministry);
        }

        await ConcludeAsync();
    }

    public async Task ReportAsync()
    {
        var report = await desk.ReportAsync(Guid.NewGuid().ToString());
        Number = report.GetProperty("zaaknummer").GetString()!;
        code = report.GetProperty("volgcode").GetString()!;
    }

    public async Task ToMinistriesAsync()
    {
        await Step(HttpMethod.Put, "contextanalyse", new
        {
            bron = "wet",
            regels = new[] { new { bwbId = "BWBR0004045", citeertitel = "Werkloosheidswet", artikel = "76" } },
            ministeries = Ministries,
            uitvoerder = "uwv",
            toelichting = "Scholing kan met toestemming.",
        });
        await Step(HttpMethod.Put, "probleemstelling", new { tekst = "Het is onduidelijk of de WW doorloopt." });
        await Step(HttpMethod.Post, "goedkeuringen", new { onderdeel = "probleemstelling", versie = 1 }, "Bea");
        await Step(HttpMethod.Post, "escalaties",
            new { ministeries = Ministries.Select(m => new { ministerie = m, vraag = "Welke ruimte is er?" }) });
    }

    /// <summary>What stands in the mail with a ministry's question, before its code.</summary>
    public string MarkerOf(string ministry) => $"/reactie#{Number}.{ministry}.";

    /// <summary>Answers for a ministry with the code in the text of its mail.</summary>
    public Task AnswerAsync(string mail, string ministry)
    {
        var from = mail.IndexOf(MarkerOf(ministry), StringComparison.Ordinal) + "/reactie#".Length;
        var answerCode = mail[from..].Split((char[])[' ', '\n', '\r'], 2)[0];
        return desk.SendAsync(HttpMethod.Post, "/v1/reacties", new { soort = "antwoord", tekst = "Dat mag." },
            headers: ("Reactiecode", answerCode));
    }

    public Task ConcludeAsync() => Step(HttpMethod.Post, "uitkomsten", new
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

    /// <summary>Decides that the outcome is not shared, so that the case can close by itself.</summary>
    public Task DeclineSharingAsync() => Step(HttpMethod.Post, "niet-delen-besluiten",
        new { want = "alleen-hier", toelichting = "Het is een afspraak van deze organisatie." });

    public async Task PublishAsync()
    {
        await Step(HttpMethod.Post, "publicaties", new
        {
            titel = "Leren met behoud van WW",
            probleem = "Een team wist niet of scholing mocht met behoud van WW.",
            watZegtDeRegel = "UWV kan scholing toestaan als die nodig is voor werk.",
            watMagJe = "Vraag UWV om toestemming voordat de opleiding begint.",
        });
        await Step(HttpMethod.Post, "publicaties/1/goedkeuringen", new { }, "Bea");
        await desk.SendAsync(HttpMethod.Post, $"/v1/meldingen/{Number}/publicatiereacties", new { versie = 1, akkoord = true },
            headers: ("Volgcode", code));
        await Step(HttpMethod.Post, "delingen", new { });
    }

    private Task<JsonElement> Step(HttpMethod method, string step, object body, string analyst = "Ans") =>
        desk.SendAsync(method, $"/v1/zaken/{Number}/{step}", body, analyst);
}

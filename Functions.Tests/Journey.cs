using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RegelLoket.Cases;

namespace RegelLoket.Tests;

/// <summary>
/// The job itself as its users do it, over HTTP: a reporter, two analysts, the ministries, and the local mailbox and clock. Every step
/// asserts its answer, so that a journey that goes on went well.
/// </summary>
public sealed class Journey(Func<string?, HttpClient> clientOf)
{
    // What was under way at a kill waits for a minute in each queue that it has to pass, and a machine may be busy.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Longer than what was under way at a kill waits for its turn: until then it comes by itself.
    private static readonly TimeSpan UntilLate = TimeSpan.FromSeconds(75);

    // As often as the desk looks for mails that nobody sends any more, by its clock.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);

    /// <summary>Whether the app is killed on the way: a mail that a kill left claimed comes when the desk looks for such mails.</summary>
    public bool IsAmongKills { get; init; }

    public string Number { get; private set; } = "";

    public string Code { get; private set; } = "";

    public async Task ReportAsync(string title = "Bbl'er raakt WW kwijt", string email = "melder@example.org", string? key = null,
        Func<string, string>? fields = null)
    {
        var report = new
        {
            titel = title,
            omschrijving = "We willen zij-instromers opleiden tot verzorgende." + fields?.Invoke(""),
            belemmering = "De uitkering stopt zodra de opleiding begint." + fields?.Invoke(""),
            branche = "ouderenzorg",
            themas = new[] { "leven-lang-ontwikkelen" },
            geprobeerd = fields?.Invoke("Geprobeerd"),
            wens = fields?.Invoke("Wens"),
            vermoedelijkeRegel = fields?.Invoke("Regel"),
            gevolgen = fields?.Invoke("Gevolgen"),
            organisatie = fields?.Invoke("Organisatie"),
            melder = new { naam = fields?.Invoke("Mel") ?? "Mel Melder", email },
        };
        var answer = await SendAsync(HttpMethod.Post, "/v1/meldingen", report, 201, analyst: null,
            ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));
        Number = answer.GetProperty("zaaknummer").GetString()!;
        Code = answer.GetProperty("volgcode").GetString()!;
    }

    public Task AnalyseAsync(params string[] ministries) => AnalyseWithAsync("Scholing met behoud van uitkering kan als UWV haar "
        + "nodig vindt.", ministries);

    /// <summary>The same, with an explanation of a test's own.</summary>
    public Task AnalyseWithAsync(string explanation, params string[] ministries) => AsAnalyst(HttpMethod.Put, "contextanalyse", new
    {
        bron = "wet",
        regels = new[] { new { bwbId = "BWBR0004045", citeertitel = "Werkloosheidswet", artikel = "76", gecontroleerdOp = "2026-01-05" } },
        ministeries = ministries,
        uitvoerder = "uwv",
        toelichting = explanation,
    });

    public Task WriteStatementAsync(string text = "Het is onduidelijk of de WW doorloopt tijdens een bbl-opleiding.") =>
        AsAnalyst(HttpMethod.Put, "probleemstelling", new { tekst = text });

    public Task ApproveAsync(int version = 1) =>
        SendAsync(HttpMethod.Post, $"/v1/zaken/{Number}/goedkeuringen", new { onderdeel = "probleemstelling", versie = version }, 200,
            "Bea Tweede");

    public Task EscalateAsync(DateOnly replyBefore, params string[] ministries) => EscalateWithAsync(replyBefore, "", ministries);

    /// <summary>The same, with words of a test's own in the question.</summary>
    public Task EscalateWithAsync(DateOnly replyBefore, string words, params string[] ministries) =>
        AsAnalyst(HttpMethod.Post, "escalaties", new
        {
            ministeries = ministries.Select(
            m => new
            {
                ministerie = m,
                vraag = $"Welke ruimte ziet {m} om door te leren met een uitkering? {words}".TrimEnd(),
                reactieVoor = replyBefore
            }),
        });

    /// <summary>The ministry reacts with the code of the link in its newest mail.</summary>
    public async Task ReactAsync(string ministry, string kind, string? text = null)
    {
        var code = await CodeOfLinkAsync(ministry);
        object body = new { soort = kind, tekst = text };
        await SendAsync(HttpMethod.Post, "/v1/reacties", body, 200, null, ("Reactiecode", code));
    }

    /// <summary>The code in the link of the newest mail to a ministry; waits for that mail.</summary>
    public async Task<string> CodeOfLinkAsync(string ministry)
    {
        var marker = $"/reactie#{Number}.{ministry}.";
        var mail = await MailAsync(m => m.Text.Contains(marker, StringComparison.Ordinal));
        var start = mail.Text.IndexOf(marker, StringComparison.Ordinal) + "/reactie#".Length;
        return mail.Text[start..].Split((char[])[' ', '\n', '\r'], 2)[0];
    }

    public Task ConcludeAsync(string words = "") => AsAnalyst(HttpMethod.Post, "uitkomsten", new
    {
        uitkomst = "het-kan-al",
        tekstVoorMelder = $"Het kan al. Vraag UWV vooraf om toestemming voor scholing met behoud van WW. {words}",
        reden = $"De wet laat scholing toe als UWV haar nodig vindt. {words}",
        regel = new { bwbId = "BWBR0004045", citeertitel = "Werkloosheidswet", artikel = "76", gecontroleerdOp = "2026-01-05" },
        watZegtDeRegel = $"UWV mag scholing toestaan met behoud van uitkering. {words}",
        watMagJe = $"Je mag beginnen zodra UWV toestemt. {words}",
        bevestigdDoor = $"Ministerie van SZW {words}".TrimEnd(),
        bevestigdOp = "2026-01-05",
    }, 201);

    public async Task<JsonElement> StatusAsync() =>
        await SendAsync(HttpMethod.Get, $"/v1/meldingen/{Number}", null, 200, null, ("Volgcode", Code));

    public async Task<JsonElement> CaseAsync() => await SendAsync(HttpMethod.Get, $"/v1/zaken/{Number}", null, 200, "Ans Analist");

    /// <summary>Decides that the outcome is not shared, so that the case ends when the reporter's term does.</summary>
    public Task<JsonElement> DeclineSharingAsync() => AsAnalyst(HttpMethod.Post, "niet-delen-besluiten",
        new { want = "alleen-hier", toelichting = "Het is een eigen afspraak van deze organisatie." });

    public async Task WaitForStatusAsync(string status)
    {
        await UntilAsync(async () => (await StatusAsync()).GetProperty("status").GetString() == status, $"status {status}");
    }

    /// <summary>The mails about this case, oldest first.</summary>
    public async Task<IReadOnlyList<JourneyMail>> MailsAsync() =>
        [.. (await AllMailsAsync()).Where(m => m.Subject.Contains(Number, StringComparison.Ordinal)).Reverse()];

    /// <summary>The newest mails of the desk, newest first.</summary>
    public async Task<IReadOnlyList<JourneyMail>> AllMailsAsync()
    {
        using var client = clientOf(null);
        var mails = await client.GetFromJsonAsync<JsonElement>("/lokaal/postbus.json");
        return [.. mails.EnumerateArray().Select(JourneyMail.Of)];
    }

    public async Task<JourneyMail> MailAsync(Func<JourneyMail, bool> wanted)
    {
        JourneyMail? found = null;
        var begun = TimeProvider.System.GetTimestamp();
        await UntilAsync(async () =>
        {
            if (IsAmongKills && TimeProvider.System.GetElapsedTime(begun) > UntilLate)
            {
                await MoveClockAsync(BetweenLooks);
                begun = TimeProvider.System.GetTimestamp();
            }

            return (found = (await MailsAsync()).LastOrDefault(wanted)) is not null;
        }, "a mail");
        return found!;
    }

    /// <summary>Moves the clock that the app and its workflows use.</summary>
    public async Task MoveClockAsync(TimeSpan ahead) =>
        await SendAsync(HttpMethod.Post, "/lokaal/klok", new { vooruit = ahead.ToString("c") }, 200, null);

    /// <summary>The first working day from so many days on, whatever today is.</summary>
    public async Task<DateOnly> WorkingDayInAsync(int days) => new WorkingDays(new WorkingDayOptions())
        .OnOrAfter((await TodayAsync()).AddDays(days));

    /// <summary>Returns the Dutch day of the desk's clock.</summary>
    public async Task<DateOnly> TodayAsync() =>
        WorkingDays.DayOf((await SendAsync(HttpMethod.Get, "/lokaal/klok", null, 200, null)).GetProperty("nu").GetDateTimeOffset());

    public Task<JsonElement> AsAnalyst(HttpMethod method, string step, object body, int expected = 200) =>
        SendAsync(method, $"/v1/zaken/{Number}/{step}", body, expected, "Ans Analist");

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, int expected, string? analyst,
        params (string Name, string Value)[] headers)
    {
        using var client = clientOf(analyst);
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == expected, $"{method} {path} gave {(int)response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>The text at an address; empty while there is nothing.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var client = clientOf(null);
        using var response = await client.GetAsync(path);
        return response.StatusCode == HttpStatusCode.NotFound ? "" : await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"waited in vain for {what}");
            await Task.Delay(50);
        }
    }
}

/// <summary>A mail as the local mailbox shows it.</summary>
public sealed record JourneyMail(string MessageId, string Subject, string To, string Text, string Html)
{
    public static JourneyMail Of(JsonElement mail) => new(
        mail.GetProperty("messageId").GetString()!, mail.GetProperty("subject").GetString()!,
        string.Join(", ", mail.GetProperty("to").EnumerateArray().Select(t => t.GetString())),
        mail.GetProperty("text").GetString()!, mail.GetProperty("html").GetString()!);
}

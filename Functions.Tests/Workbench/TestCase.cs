using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>A case that a test reported through the API, and what it does with it as a colleague.</summary>
internal sealed class TestCase(AppFixture app, string number, string code)
{
    public const string Author = "Ans Analist";
    public const string Second = "Bram Beheer";

    public string Number => number;

    /// <summary>The reporter's code.</summary>
    public string Code => code;

    public static async Task<TestCase> ReportAsync(AppFixture app, string title = "Helpende mag geen insuline prikken",
        string branche = "ouderenzorg", string description = "Onze helpenden willen insuline toedienen.", bool anonymous = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/meldingen")
        {
            Content = JsonContent.Create(new
            {
                titel = title,
                omschrijving = description,
                belemmering = "Volgens de teamleider mag alleen een verpleegkundige dit doen.",
                geprobeerd = "We vroegen het de brancheorganisatie.",
                wens = "Duidelijkheid dat het in opdracht mag.",
                branche,
                themas = new[] { "werken-naar-talent" },
                melder = anonymous ? null : new { naam = "Mia Melder", email = "mia@voorbeeld.nl" },
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await app.Http.SendAsync(request);
        var answer = await ReadAsync(response);
        return new TestCase(app, answer.GetProperty("zaaknummer").GetString()!, answer.GetProperty("volgcode").GetString()!);
    }

    /// <summary>The case as the work queue shows it, also when nobody looked at an overview of this app before.</summary>
    public async Task<CaseEntry> EntryAsync()
    {
        await app.Services.GetRequiredService<CaseFeed>().RefreshAsync(CancellationToken.None);
        return app.Services.GetRequiredService<CaseOverview>().Find(CaseNumber.Parse(number))!;
    }

    public object Analysis { get; } = new
    {
        bron = "wet",
        regels = new[] { new { bwbId = "BWBR0006251", citeertitel = "Wet BIG", artikel = "36", gecontroleerdOp = "2025-01-15" } },
        ministeries = new[] { "vws" },
        uitvoerder = "igj",
        toelichting = "In opdracht mag een bekwame collega dit ook doen.",
    };

    public object Statement { get; } = new
    {
        wie = "Zes helpenden.",
        regel = "Wet BIG, artikel 36.",
        gevolg = "Er rijdt elke ochtend iemand extra.",
        geprobeerd = "Gevraagd.",
        ruimte = "Een bevestiging."
    };

    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, string name = Author)
    {
        using var client = app.AsAnalyst(name);
        using var request = new HttpRequestMessage(method, $"/v1/zaken/{number}{path}")
        { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await ReadAsync(response));
    }

    public Task<(int Status, JsonElement Body)> PutAsync(string path, object body, string name = Author) =>
        SendAsync(HttpMethod.Put, path, body, name);

    public Task<(int Status, JsonElement Body)> PostAsync(string path, object body, string name = Author) =>
        SendAsync(HttpMethod.Post, path, body, name);

    public async Task<JsonElement> GetAsync(string path = "") => (await SendAsync(HttpMethod.Get, path)).Body;

    /// <summary>Brings the case to an approved problem statement.</summary>
    public async Task ApproveAsync()
    {
        await AnalyseAsync();
        Assert.Equal(200, (await PutAsync("/probleemstelling", Statement)).Status);
        Assert.Equal(200, (await PostAsync("/goedkeuringen", new { onderdeel = "probleemstelling", versie = 1 }, Second)).Status);
    }

    public async Task AnalyseAsync() => Assert.Equal(200, (await PutAsync("/contextanalyse", Analysis)).Status);

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}

internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    /// <summary>The fields that a problem document names.</summary>
    public static IEnumerable<string?> WrongFields(this JsonElement problem) => problem.GetProperty("fouten").EnumerateArray()
        .Select(fault => fault.Text("veld"));
}

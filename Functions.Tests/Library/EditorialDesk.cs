using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Library.Editing;

namespace RegelLoket.Tests.Library;

/// <summary>Items of the library by the API: a coordinator writes, an analyst reads and approves.</summary>
internal sealed class EditorialDesk(AppFixture app)
{
    private static int made;

    public static string NewId() => $"redactie-{Interlocked.Increment(ref made)}";

    public static object Sheet(string title, int version = 0, string? reviewBefore = null, string[]? cases = null,
        string[]? runners = null, string law = "BWBR0004045") => new
        {
            versie = version,
            titel = title,
            themas = new[] { "leven-lang-ontwikkelen" },
            probleem = "Iemand weet niet of het mag.",
            watZegtDeRegel = "De regel laat het toe.",
            watMagJe = "Dit mag gewoon.",
            uitkomst = "het-kan-al",
            regels = new[] { new { citeertitel = law == "BWBR0004045" ? "Werkloosheidswet" : "Participatiewet", bwbId = law } },
            casussen = cases ?? [],
            koplopers = runners ?? [],
            nakijkenVoor = reviewBefore,
        };

    public async Task PublishAsync(string id, object sheet) =>
        await ApproveAsync(id, (await PutAsync(id, sheet)).GetProperty("versie").GetInt32());

    /// <summary>A second reader puts a version online.</summary>
    public Task<JsonElement> ApproveAsync(string id, int version) =>
        SendAsync(HttpMethod.Post, $"items/{id}/goedkeuringen", new { versie = version }, 200, app.AsAnalyst());

    public Task<IReadOnlyList<Edition>> WaitingAsync() =>
        app.Services.GetRequiredService<EditionStore>().WaitingAsync(default);

    public Task<JsonElement> PutAsync(string id, object sheet, int expected = 200) =>
        SendAsync(HttpMethod.Put, $"factsheets/{id}", sheet, expected);

    public Task<JsonElement> PostAsync(string path, object body, int expected) =>
        SendAsync(HttpMethod.Post, path, body, expected);

    public async Task<JsonElement> SendAsync(
        HttpMethod method, string path, object? body, int expected, HttpClient? colleague = null)
    {
        using var client = colleague ?? app.AsCoordinator();
        using var request = new HttpRequestMessage(
            method, $"/v1/redactie/{path}")
        { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == expected, $"{method} {path} gave {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public async Task<string> TasksAsync() => (await SendAsync(HttpMethod.Get, "nakijktaken", null, 200)).ToString();

    public async Task<string> TodayAsync(int days)
    {
        var clock = JsonSerializer.Deserialize<JsonElement>(await GetAsync("/lokaal/klok"));
        return WorkingDays.DayOf(clock.GetProperty("nu").GetDateTimeOffset()).AddDays(days)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public Task<string> GetAsync(string path) => app.Http.GetStringAsync(new Uri(path, UriKind.Relative));
}

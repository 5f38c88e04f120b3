using System.Globalization;
using System.Text.Json;
using LocalRuntime.Hosting.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Hosting.Pages;

/// <summary>Shows the host's clock and moves it.</summary>
internal sealed class ClockPage(LocalClock clock, ClockStore store)
{
    // Ten years: past every term that an app may want to see end, well within what dates can hold.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(3653);

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("klok", (HttpContext http) => LocalPage.WantsHtml(http.Request) ? Show(http, null) : Results.Json(State()));
        pages.MapPost("klok", (Delegate)MoveAsync);
    }

    private object State() => new { nu = clock.GetUtcNow(), vooruit = clock.Offset.ToString("c") };

    private async Task<IResult> MoveAsync(HttpContext http)
    {
        var isForm = http.Request.HasFormContentType;
        if (!isForm && !http.Request.HasJsonContentType())
        {
            return Results.Problem("Stuur JSON of een formulier.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        var text = isForm ? (await http.Request.ReadFormAsync(http.RequestAborted))["vooruit"].ToString() : await ReadJsonAsync(http.Request);
        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var by) || by < TimeSpan.Zero || clock.Offset + by > Furthest)
        {
            const string wrong = "Geef 'vooruit' als een duur, zoals 5.00:00:00 voor vijf dagen. Terug kan niet, en niet verder dan tien jaar.";
            return isForm ? Show(http, wrong) : Results.Problem(wrong, statusCode: StatusCodes.Status400BadRequest);
        }

        await store.MoveForwardAsync(by, http.RequestAborted);
        return isForm ? Results.LocalRedirect("/lokaal/klok") : Results.Json(State());
    }

    private static async Task<string?> ReadJsonAsync(HttpRequest request)
    {
        try
        {
            var body = await request.ReadFromJsonAsync<JsonElement>(request.HttpContext.RequestAborted);
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("vooruit", out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IResult Show(HttpContext http, string? wrong)
    {
        var message = wrong is null ? Html.Empty : Html.Of($"<p role=\"alert\" class=\"wrong\">{wrong}</p>");
        var steps = new[] { ("1.00:00:00", "1 dag"), ("7.00:00:00", "1 week"), ("30.00:00:00", "30 dagen"), ("91.00:00:00", "3 maanden") }
            .Select(step => Html.Of($"<button class=\"plain\" name=\"vooruit\" value=\"{step.Item1}\">{step.Item2} vooruit</button>"));
        return LocalPage.Show(
            http,
            "Klok",
            Html.Of($"""
                {message}
                <p>Het is nu <strong><time datetime="{clock.GetUtcNow():O}">{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}</time></strong> (UTC).
                De klok loopt {Age.InWords(clock.Offset)} voor.</p>
                <form method="post" action="/lokaal/klok">{steps}</form>
                <form method="post" action="/lokaal/klok">
                  <label for="vooruit">Vooruit</label><input id="vooruit" name="vooruit" value="5.00:00:00" aria-describedby="uitleg" required>
                  <p id="uitleg">Dagen, uren, minuten en seconden: 5.00:00:00 is vijf dagen.</p>
                  <button>Zet de klok vooruit</button>
                </form>
                """),
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}

/// <summary>A length of time in Dutch words, roughly.</summary>
internal static class Age
{
    public static string InWords(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => $"{(int)age.TotalDays} dagen",
        { TotalHours: >= 2 } => $"{(int)age.TotalHours} uur",
        { TotalMinutes: >= 2 } => $"{(int)age.TotalMinutes} minuten",
        { TotalSeconds: >= 1 and < 2 } => "1 seconde",
        _ => $"{Math.Max(0, (int)age.TotalSeconds)} seconden",
    };
}

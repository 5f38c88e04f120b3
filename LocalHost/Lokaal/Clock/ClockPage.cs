using System.Globalization;
using System.Text.Json;
using LocalHost.Lokaal.Pages;

namespace LocalHost.Lokaal.Clock;

/// <summary>The page with the desk's clock, to view and to move it.</summary>
/// <param name="time">The time at the desk.</param>
/// <param name="move">Moves the clock; null when the app uses the machine's clock.</param>
/// <param name="samples">The progress of samples that are being added; the clock cannot be moved before all of them are there.</param>
internal sealed class ClockPage(DeskTime time, ClockMove? move, SamplesProgress samples)
{
    private const string Wait = "Er komen nog voorbeelden bij. Wacht tot ze er zijn; daarna kun je de klok verzetten.";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("klok", async (HttpContext http) =>
            LocalPage.WantsHtml(http.Request) ? await ShowAsync(http) : Results.Json(await StateAsync(http)));
        pages.MapPost("klok", (Delegate)MoveAsync);
    }

    private async Task<object> StateAsync(HttpContext http)
    {
        var offset = await time.OffsetAsync(http.RequestAborted);
        return new { nu = TimeProvider.System.GetUtcNow() + offset, vooruit = offset.ToString("c", CultureInfo.InvariantCulture) };
    }

    private async Task<IResult> MoveAsync(HttpContext http)
    {
        var isForm = http.Request.HasFormContentType;
        if (!isForm && !http.Request.HasJsonContentType())
        {
            return Results.Problem("Stuur JSON of een formulier.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        if (samples.AreComing)
        {
            return isForm
                ? await ShowAsync(http, status: StatusCodes.Status409Conflict)
                : Results.Problem(Wait, statusCode: StatusCodes.Status409Conflict);
        }

        var text = isForm
            ? (await http.Request.ReadFormAsync(http.RequestAborted))["vooruit"].ToString()
            : await ReadJsonAsync(http.Request);
        var wrong = move is null ? "De klok van deze app kan niet worden verzet."
            : !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var by) || by < TimeSpan.Zero || by > DeskOffset.Furthest
              || !await move.MoveAsync(by, http.RequestAborted)
                ? "Geef 'vooruit' als een duur, zoals 5.00:00:00 voor vijf dagen. Terug kan niet, en niet verder dan tien jaar."
            : null;
        return (wrong, isForm) switch
        {
            (null, true) => Results.LocalRedirect("/lokaal/klok"),
            (null, false) => Results.Json(await StateAsync(http)),
            (_, true) => await ShowAsync(http, wrong, StatusCodes.Status400BadRequest),
            _ => Results.Problem(wrong, statusCode: StatusCodes.Status400BadRequest),
        };
    }

    private static async Task<string?> ReadJsonAsync(HttpRequest request)
    {
        try
        {
            var body = await request.ReadFromJsonAsync<JsonElement>(request.HttpContext.RequestAborted);
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("vooruit", out var value)
                && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<IResult> ShowAsync(HttpContext http, string? wrong = null, int status = StatusCodes.Status200OK)
    {
        var offset = await time.OffsetAsync(http.RequestAborted);
        var now = TimeProvider.System.GetUtcNow() + offset;
        return LocalPage.Show(
            http,
            "Klok",
            Html.Of($"""
                {LocalPage.Alert(wrong)}
                <p>Het is nu <strong><time datetime="{now:O}">{now:yyyy-MM-dd HH:mm:ss}</time></strong> (UTC).
                {(offset == TimeSpan.Zero ? Html.Of($"De klok loopt gelijk.") : Html.Of($"De klok loopt {Age.InWords(offset)} voor."))}</p>
                {(move is null ? Html.Of($"<p>De klok van deze app kan niet worden verzet.</p>")
                  : samples.AreComing ? Html.Of($"<p role=\"status\">{Wait} <a href=\"/lokaal/klok\">Kijk opnieuw</a></p>")
                  : Forms())}
                {(move?.Last is { } last ? Result(last) : Html.Empty)}
                """),
            status);
    }

    private static Html Forms()
    {
        var steps = new[] { ("1.00:00:00", "1 dag"), ("7.00:00:00", "1 week"), ("30.00:00:00", "30 dagen"), ("91.00:00:00", "3 maanden") }
            .Select(step => Html.Of($"<button class=\"plain\" name=\"vooruit\" value=\"{step.Item1}\">{step.Item2} vooruit</button>"));
        return Html.Of($"""
            <form method="post" action="/lokaal/klok">{steps}</form>
            <form method="post" action="/lokaal/klok">
              <label for="vooruit">Vooruit</label>
              <input id="vooruit" name="vooruit" value="5.00:00:00" aria-describedby="uitleg" required>
              <p id="uitleg" class="hint">Dagen, uren, minuten en seconden: 5.00:00:00 is vijf dagen. Terug kan niet.</p>
              <button>Zet de klok vooruit</button>
            </form>
            """);
    }

    private static Html Result(ClockMoved moved) => Html.Of($"""
        <h2>De laatste keer dat je de klok verzette</h2>
        <p>De klok ging {Age.InWords(moved.By)} vooruit. {moved.Woken} open orkestraties keken opnieuw op de klok.</p>
        {(moved.Ran.Count == 0 ? Html.Empty : Html.Of($"<p>Aan de beurt en klaar: {string.Join(", ", moved.Ran)}.</p>"))}
        {moved.Failed.Select(failure => Html.Of($"<p class=\"wrong\">{failure.Function} is mislukt: {failure.Reason}</p>"))}
        """);
}

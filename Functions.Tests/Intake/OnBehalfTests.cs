using System.Text.Json;

namespace RegelLoket.Tests.Intake;

/// <summary>A colleague reports for somebody who called or was visited, over the API.</summary>
[Collection(AppCollection.Name)]
public sealed class OnBehalfTests(AppFixture app)
{
    private static object Report(string title = "Twee teams, één leerplek") => new
    {
        titel = title,
        omschrijving = "Twee teams willen samen een leerplek maken.",
        belemmering = "De school zegt dat het niet mag.",
        branche = "ouderenzorg",
        themas = new[] { "meer-uren-werken" },
    };

    [Theory]
    [InlineData("telefoon", "Telefoon")]
    [InlineData("bezoek", "Bezoek")]
    public async Task PostCase_OfWhoCalledOrWasVisited_IsMarkedSoAndFollowedWithItsCode(string channel, string label)
    {
        var journey = NewJourney();
        var receipt = await EnterAsync(journey, new { kanaal = channel, melding = Report() }, 201);
        var number = receipt.GetProperty("zaaknummer").GetString()!;

        var followed = await journey.SendAsync(HttpMethod.Get, $"/v1/meldingen/{number}", null, 200, null,
            ("Volgcode", receipt.GetProperty("volgcode").GetString()!));
        Assert.Equal("Twee teams, één leerplek", followed.GetProperty("titel").GetString());
        var first = (await journey.SendAsync(HttpMethod.Get, $"/v1/zaken/{number}/gebeurtenissen", null, 200, "Ans Analist")).GetRawText();
        Assert.Contains("Ans Analist", first, StringComparison.Ordinal);
        Assert.Contains(channel, first, StringComparison.Ordinal);
        using var analyst = app.AsAnalyst();
        Assert.Contains(label, await analyst.GetStringAsync(new Uri($"/werkbank/zaken/{number}", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostCase_AgainWithTheSameKey_IsOneCaseAndAnotherReportIsRefused()
    {
        var journey = NewJourney();
        var key = Guid.NewGuid().ToString();

        var first = await EnterAsync(journey, new { kanaal = "telefoon", melding = Report() }, 201, key);
        var again = await EnterAsync(journey, new { kanaal = "telefoon", melding = Report() }, 201, key);
        await EnterAsync(journey, new { kanaal = "telefoon", melding = Report("Iets anders") }, 409, key);
        var outside = await journey.SendAsync(HttpMethod.Post, "/v1/meldingen", Report(), 201, null, ("Idempotency-Key", key));

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.NotEqual(first.GetProperty("zaaknummer").GetString(), outside.GetProperty("zaaknummer").GetString());
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { """{ "kanaal": "formulier", "melding": {} }""", "kanaal" },
        { """{ "kanaal": "", "melding": {} }""", "kanaal" },
        { """{ "melding": {} }""", "kanaal" },
        { """{ "kanaal": "telefoon" }""", "melding" },
        { """{ "kanaal": "telefoon", "melding": { "titel": "" } }""", "titel" },
        {
            """
            { "kanaal": "telefoon", "melding": { "titel": "BSN 111222333", "omschrijving": "x", "belemmering": "y",
            "branche": "ouderenzorg", "themas": ["meer-uren-werken"] } }
            """,
            "titel"
        },
        { """{ "kanaal": "telefoon", "melding": { "onbekend": 1 } }""", "melding.onbekend" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task PostCase_WithAWrongField_IsRefusedAtThatField(string body, string field)
    {
        var refused = await EnterAsync(NewJourney(), JsonSerializer.Deserialize<JsonElement>(body), 400);

        Assert.Contains(field, refused.GetProperty("fouten").EnumerateArray().Select(error => error.GetProperty("veld").GetString()));
    }

    [Fact]
    public async Task PostCase_WithoutAKey_IsRefused() =>
        await NewJourney().SendAsync(HttpMethod.Post, "/v1/zaken", new { kanaal = "telefoon", melding = Report() }, 400, "Ans Analist");

    private Journey NewJourney() => new(name => name is null ? app.NewClient() : app.AsAnalyst(name));

    private static Task<JsonElement> EnterAsync(Journey journey, object body, int expected, string? key = null) =>
        journey.SendAsync(HttpMethod.Post, "/v1/zaken", body, expected, "Ans Analist",
            ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));
}

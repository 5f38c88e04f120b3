using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

[Collection(AppCollection.Name)]
public sealed class LimitTests(AppFixture app)
{
    [Theory]
    [InlineData("/melden", "application/x-www-form-urlencoded")]
    [InlineData("/v1/meldingen", "application/json")]
    public async Task Body_Over64Kilobytes_IsRefused(string address, string contentType)
    {
        using var body = new StringContent("a=" + new string('x', 70_000), Encoding.UTF8, contentType);
        using var response = await app.Http.PostAsync(address, body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        SecurityHeadersTests.AssertSecure(response);
    }

    [Fact]
    public async Task Body_Over64KilobytesInChunks_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/melden")
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("a=" + new string('x', 70_000)))),
        };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = true;
        using var response = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/meldingen", "application/json", 8, true)]
    [InlineData("/v1/meldingen", "application/json", 31, false)]
    [InlineData("/melden", "application/x-www-form-urlencoded", 8, true)]
    [InlineData("/melden", "application/x-www-form-urlencoded", 31, false)]
    public async Task Body_OfManyMegabytes_IsRefusedWithAWord(string address, string contentType, int megabytes, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent([.. Enumerable.Repeat((byte)'a', megabytes * 1024 * 1024)]),
        };
        request.Content.Headers.ContentType = new(contentType);
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
        SecurityHeadersTests.AssertSecure(response);
    }

    [Fact]
    public async Task Attachment_OfAnyKind_IsRefused()
    {
        using var body = new MultipartFormDataContent { { new StringContent("x"), "bestand", "a.txt" } };
        using var response = await app.Http.PostAsync("/melden", body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Mails_MoreThanAnAddressMayAskFor_AreRefusedWithATimeToWait()
    {
        await using var strict = await AppFixture.StartAsync(("RateLimits:MailsPerAddress", "1"));
        Task<HttpResponseMessage> AskAsync() =>
            strict.Http.PostAsync("/v1/nieuwe-volgcodes",
                new StringContent("""{"zaaknummer":"RR-2026-7KQ4M","email":"melder@example.org"}""", Encoding.UTF8, "application/json"));

        using var first = await AskAsync();
        using var second = await AskAsync();

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task Receipts_MoreThanAnEMailAddressMayGet_AreRefusedAndTheKeyStaysFree()
    {
        await using var strict = await AppFixture.StartAsync(("RateLimits:MailsPerRecipientPerDay", "1"));
        async Task<int> ReportAsync(string key, string email)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/meldingen")
            {
                Content = new StringContent($$$"""
                    {"titel":"Bbl en WW","omschrijving":"We leiden op.","belemmering":"De uitkering stopt.","branche":"ouderenzorg",
                    "themas":["leven-lang-ontwikkelen"],"melder":{"email":"{{{email}}}"}}
                    """, Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await strict.Http.SendAsync(request);
            return (int)answer.StatusCode;
        }

        Assert.Equal(201, await ReportAsync("een", "slachtoffer@example.org"));
        Assert.Equal(201, await ReportAsync("een", "slachtoffer@example.org"));
        Assert.Equal(429, await ReportAsync("twee", "slachtoffer@example.org"));
        Assert.Equal(429, await ReportAsync("twee", "slachtoffer@example.org"));
        Assert.Equal(201, await ReportAsync("twee", "ander@example.org"));
    }

    [Fact]
    public async Task Scan_OfATextThatIsTooLong_IsRefusedWithTheLimit()
    {
        using var body = new StringContent($$"""{"tekst":"{{new string('a', 10_001)}}"}""", Encoding.UTF8, "application/json");
        using var answer = await app.Http.PostAsync("/v1/persoonsgegevens-scans", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("10000", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_MoreThanAnAddressMayMake_AreRefusedWithATimeToWait()
    {
        await using var strict = await AppFixture.StartAsync(("RateLimits:ChangesPerAddress", "3"),
            ("RateLimits:ChangesPerAddressPerSecond", "1"));
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 12; i++)
        {
            answers.Add(await strict.Http.PostAsync("/v1/meldingen", new StringContent("{}", Encoding.UTF8, "application/json")));
        }

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        using var read = await strict.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task Storage_Gone_Is503WithATimeToWaitAsPageAndAsProblem()
    {
        await using var storage = new AzuriteFixture();
        await storage.StartAsync();
        await using var broken = await AppFixture.StartAsync(("AzureWebJobsStorage", storage.ConnectionString));
        await using var absence = await storage.TakeAwayAsync();
        using var page = new HttpRequestMessage(HttpMethod.Get, "/melden");
        page.Headers.Add("Cookie", $"regelloket-concept={FollowCode.New().Value}");
        using var html = await broken.Http.SendAsync(page);
        using var json = await broken.AsAnalyst().GetAsync("/v1/zaken/RR-2026-00000");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, html.StatusCode);
        Assert.Contains("even niet bereikbaar", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, json.StatusCode);
        Assert.Equal("application/problem+json", json.Content.Headers.ContentType!.MediaType);
        Assert.All([html, json], answer => Assert.NotNull(answer.Headers.RetryAfter));
        SecurityHeadersTests.AssertSecure(html);
    }

    [Fact]
    public async Task GuardAsync_DamageInStorage_IsOursAndLogged()
    {
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Request.Path = "/v1/zaken/RR-2026-7KQ4M";
        http.Response.Body = new MemoryStream();

        await app.Services.GetRequiredService<ErrorBoundary>().GuardAsync(
            http, "test", () => throw new InvalidDataException("Event 3 of case RR-2026-7KQ4M cannot be read."));

        Assert.Equal(StatusCodes.Status500InternalServerError, http.Response.StatusCode);
        Assert.Contains(app.Log, line => line.Contains("Event 3 of case RR-2026-7KQ4M cannot be read.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_ThatCannotBeRead_IsTheSendersFault()
    {
        using var body = new StringContent(new string('n', 3000) + "=1", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await app.Http.PostAsync("/volgen", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>Case 10: a repeat of what succeeded is none more, and what was refused is not counted.</summary>
    [Fact]
    public async Task LimitsOfADay_CountWhatHappensForTheFirstTime()
    {
        await using var strict = await AppFixture.StartAsync(("RateLimits:ReportsPerAddressPerDay", "1"),
            ("RateLimits:JoinsPerAddressPerDay", "1"), ("RateLimits:MailsPerAddressPerDay", "1"));
        const string Report = """
            {"titel":"Bbl en WW","omschrijving":"We leiden op.","belemmering":"De uitkering stopt.","branche":"ouderenzorg",
            "themas":["leven-lang-ontwikkelen"],"melder":{"email":"melder@example.org"}}
            """;
        const string Join = "/v1/vergelijkbare-casussen/mag-een-helpende-insuline-prikken/aansluitingen";

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(strict, "/v1/meldingen", "a",
            Report.Replace("We leiden op.", "", StringComparison.Ordinal))).StatusCode);
        using var first = await PostAsync(strict, "/v1/meldingen", "b", Report);
        using var again = await PostAsync(strict, "/v1/meldingen", "b", Report);
        await AssertTomorrowAsync(await PostAsync(strict, "/v1/meldingen", "c", Report));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created], [first.StatusCode, again.StatusCode]);

        foreach (var body in new[] { """{"mensen":-1}""", """{"mensen":4}""", """{"mensen":4}""" })
        {
            using var joined = await PostAsync(strict, Join, body, body);
            Assert.Equal(body.Contains('-', StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.Created,
                joined.StatusCode);
        }

        await AssertTomorrowAsync(await PostAsync(strict, Join, "anders", """{"mensen":4}"""));

        var receipt = (await first.Content.ReadFromJsonAsync<JsonElement>())!;
        var address = $"/v1/meldingen/{receipt.GetProperty("zaaknummer").GetString()}/adrescodes";
        var code = receipt.GetProperty("volgcode").GetString();
        using var asked = await PostAsync(strict, address, "d", """{"email":"een@example.org"}""", code);
        using var askedAgain = await PostAsync(strict, address, "d", """{"email":"een@example.org"}""", code);
        using var other = await PostAsync(strict, address, "d", """{"email":"ander@example.org"}""", code);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict],
            [asked.StatusCode, askedAgain.StatusCode, other.StatusCode]);
        Assert.Equal(await asked.Content.ReadAsStringAsync(), await askedAgain.Content.ReadAsStringAsync());
        await AssertTomorrowAsync(await PostAsync(strict, address, "e", """{"email":"een@example.org"}""", code));

        // And a page never says that a mail went which did not, the second time neither.
        using var visitor = new FormVisitor(strict);
        await visitor.GetAsync("/melden");
        using var begun = await visitor.PostAsync("/melden");
        var page = await visitor.GetAsync("/melden/bewaren");
        for (var i = 0; i < 2; i++)
        {
            using var kept = await visitor.SubmitAsync(page, "/melden/bewaren", ("email", "een@example.org"));
            Assert.Equal(HttpStatusCode.BadRequest, kept.StatusCode);
            Assert.Contains("Morgen kan het weer", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(AppFixture at, string address, string key, string body, string? code = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        if (code is not null)
        {
            request.Headers.Add("Volgcode", code);
        }

        return await at.Http.SendAsync(request);
    }

    private static async Task AssertTomorrowAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.Zero, TimeSpan.FromHours(25));
        Assert.Contains("Morgen kan het weer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GuardAsync_CasesAreStillRead_Is503WithATimeToWait()
    {
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Request.Path = "/v1/persoonsverzoeken";
        http.Response.Body = new MemoryStream();

        await app.Services.GetRequiredService<ErrorBoundary>().GuardAsync(http, "test", () => throw new CasesStillReadException());

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, http.Response.StatusCode);
        Assert.NotEmpty(http.Response.Headers.RetryAfter.ToString());
    }
}

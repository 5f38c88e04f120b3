using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace RegelLoket.Tests.Intake;

[Collection(AppCollection.Name)]
public sealed class ReportFunctionsTests(AppFixture app)
{
    private const string Whole =
        """{"titel":"Titel","omschrijving":"Iets","belemmering":"Iets","branche":"ouderenzorg","themas":["gezond-werken"]}""";

    [Fact]
    public async Task PostReport_SameKeyManyTimesAtOnce_IsOneCaseWithOneAnswer()
    {
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(async _ => await (await PostAsync(Whole, key)).Content.ReadAsStringAsync()));

        Assert.Single(answers.Select(a => JsonDocument.Parse(a).RootElement)
            .Select(a => (a.GetProperty("zaaknummer").GetString(), a.GetProperty("volgcode").GetString())).Distinct());
    }

    [Fact]
    public async Task PostReport_SameKeyAnotherReport_Is409()
    {
        var key = Guid.NewGuid().ToString();
        await PostAsync(Whole, key);

        await AssertProblemAsync(await PostAsync(Whole.Replace("Titel", "Andere titel", StringComparison.Ordinal), key),
            HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task PostReport_NoKey_Is400() =>
        await AssertProblemAsync(await PostAsync(Whole, key: null), HttpStatusCode.BadRequest, "Idempotency-Key");

    [Fact]
    public async Task PostReport_NoKeyAndNoTitle_NamesBoth()
    {
        var problem = await AssertProblemAsync(await PostAsync(Whole.Replace("\"Titel\"", "\"\"", StringComparison.Ordinal), key: null),
            HttpStatusCode.BadRequest);

        Assert.Equal(["Idempotency-Key", "titel"], problem.GetProperty("fouten").EnumerateArray()
            .Select(f => f.GetProperty("veld").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{}", "titel")]
    [InlineData("""{"titel":"a","onbekend":1}""", "onbekend")]
    [InlineData("""{"titel":"T","omschrijving":"I","belemmering":"I","branche":"bakkerij","themas":["gezond-werken"]}""", "branche")]
    [InlineData("""{"titel":"T","omschrijving":"I","belemmering":"I","branche":"ggd","themas":["geluk"]}""", "themas")]
    [InlineData("""
        {"titel":"T","omschrijving":"I","belemmering":"I","branche":"ggd","themas":["gezond-werken"],
        "melder":{"email":"a@b.nl\r\nBcc: c@d.nl"}}
        """, "melder.email")]
    [InlineData("""{"titel":["a"],"omschrijving":"I"}""", "titel")]
    public async Task PostReport_WrongInput_Is400AndNamesTheField(string body, string field) =>
        await AssertProblemAsync(await PostAsync(body), HttpStatusCode.BadRequest, field);

    [Theory]
    [InlineData("12345\uFEFF6782")]
    [InlineData("12345\u200B6782")]
    public async Task PostReport_CitizenServiceNumberThatCleaningBringsOut_Is400(string title) => await AssertProblemAsync(
        await PostAsync(Whole.Replace("Titel", title, StringComparison.Ordinal)), HttpStatusCode.BadRequest, "titel");

    [Fact]
    public async Task PostReport_WithANoncharacter_IsStoredWithoutIt()
    {
        var answer = await ReadAsync(await PostAsync(Whole.Replace("Titel", "Ti\uFFFEtel", StringComparison.Ordinal)));

        var status = await ReadAsync(
            await FollowAsync(answer.GetProperty("zaaknummer").GetString()!, answer.GetProperty("volgcode").GetString()!));

        Assert.Equal("Titel", status.GetProperty("titel").GetString());
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(new Uri("/bibliotheek?zoek=%EF%BF%BE", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task PostReport_EverythingMissing_NamesEveryFieldAtOnce()
    {
        var problem = await AssertProblemAsync(await PostAsync("{}"), HttpStatusCode.BadRequest);

        Assert.Equal(["belemmering", "branche", "omschrijving", "themas", "titel"], problem.GetProperty("fouten").EnumerateArray()
            .Select(f => f.GetProperty("veld").GetString()!).Order());
    }

    [Fact]
    public async Task PostReport_InvalidUtf8_Is400()
    {
        var body = Encoding.UTF8.GetBytes(Whole);
        body[Array.IndexOf(body, (byte)'T')] = 0xC3;

        await AssertProblemAsync(await PostAsync(body, "application/json"), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task PostReport_AnotherContentType_Is415(string contentType) =>
        await AssertProblemAsync(await PostAsync(Encoding.UTF8.GetBytes(Whole), contentType), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task PostReport_MoreThan64Kilobytes_Is413() =>
        await AssertProblemAsync(await PostAsync(Whole.Replace("Iets", new string('x', 70_000), StringComparison.Ordinal)),
            HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task PostReport_DeepJson_Is400() =>
        await AssertProblemAsync(await PostAsync("""{"titel":""" + new string('[', 2000) + new string(']', 2000) + "}"),
            HttpStatusCode.BadRequest);

    [Fact]
    public async Task PostReport_MarkupAndControlCharacters_AreStoredAsCleanText()
    {
        var answer = await ReadAsync(
            await PostAsync("""
                {"titel":"<script>alert(1)</script>\u0000","omschrijving":"a\u0007b","belemmering":"I","branche":"ggd",
                "themas":["gezond-werken"]}
                """));

        var status = await ReadAsync(
            await FollowAsync(answer.GetProperty("zaaknummer").GetString()!, answer.GetProperty("volgcode").GetString()!));

        Assert.Equal("<script>alert(1)</script>", status.GetProperty("titel").GetString());
    }

    [Theory]
    [InlineData("0000-0000-0000-0000-0000-0000-000")]
    [InlineData("onzin")]
    [InlineData("")]
    public async Task GetReport_WrongCode_Is404LikeAnUnknownCase(string code)
    {
        var known = (await ReadAsync(await PostAsync(Whole))).GetProperty("zaaknummer").GetString()!;

        var wrong = await AssertProblemAsync(await FollowAsync(known, code), HttpStatusCode.NotFound);
        var unknown = await AssertProblemAsync(await FollowAsync("RR-2026-00000", code), HttpStatusCode.NotFound);

        Assert.Equal(wrong.GetProperty("detail").GetString(), unknown.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task GetReport_CodeOfAnotherCase_Is404()
    {
        var one = (await ReadAsync(await PostAsync(Whole))).GetProperty("zaaknummer").GetString()!;
        var other = (await ReadAsync(await PostAsync(Whole))).GetProperty("volgcode").GetString()!;

        await AssertProblemAsync(await FollowAsync(one, other), HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> PostAsync(string body, string? key = "") =>
        PostAsync(Encoding.UTF8.GetBytes(body), "application/json", key);

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string contentType, string? key = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/meldingen") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key.Length > 0 ? key : Guid.NewGuid().ToString());
        }

        return await app.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> FollowAsync(string number, string code)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/meldingen/{number}");
        request.Headers.TryAddWithoutValidation("Volgcode", code);
        return app.Http.SendAsync(request);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage response, HttpStatusCode expected, string field = "")
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        var problem = JsonDocument.Parse(text).RootElement;
        if (field.Length > 0)
        {
            Assert.Contains(problem.GetProperty("fouten").EnumerateArray(), f => f.GetProperty("veld").GetString() == field);
        }

        return problem;
    }
}

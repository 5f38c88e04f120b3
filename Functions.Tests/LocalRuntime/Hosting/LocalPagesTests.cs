using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>The pages under /lokaal.</summary>
[Collection(SampleAppCollection.Name)]
public sealed class LocalPagesTests(SampleAppFixture fixture)
{
    private SampleAppProcess App => fixture.App;

    [Fact]
    public async Task Clock_MovedForward_EndsADeadlineAndFiresATimer()
    {
        await App.PostAsync("/sample/sums/deadline");
        await App.WaitForAsync("/lokaal/orkestraties?zoek=deadline", text => text.Contains("\"volgendeTimer\":\"", StringComparison.Ordinal));
        var before = await ClockAsync();

        var response = await App.PostAsync("/lokaal/klok", JsonContent.Create(new { vooruit = "31.00:00:00" }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(await ClockAsync() - before >= TimeSpan.FromDays(31));
        await App.WaitForAsync("/sample/sums/deadline", text => text.Contains("""\u0022Answered\u0022:false""", StringComparison.Ordinal) || text.Contains("\\\"Answered\\\":false", StringComparison.Ordinal));
        await App.WaitForAsync("/sample/journal/interval", text => text.Contains("False True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clock_MovedWhileATimerFunctionRuns_RunsItAgain()
    {
        await NightAsync();
        await NightAsync();

        async Task NightAsync()
        {
            await App.PostAsync("/lokaal/klok", JsonContent.Create(new { vooruit = "1.00:00:00" }));
            var begins = $"begins on {await ClockAsync():yyyy-MM-dd}";
            await App.WaitForAsync("/sample/journal/slow-nights", text => text.Contains(begins, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("""{"vooruit":"-1.00:00:00"}""")]
    [InlineData("""{"vooruit":"soon"}""")]
    [InlineData("""{"vooruit":5}""")]
    [InlineData("""{"vooruit":"99999.00:00:00"}""")]
    [InlineData("""[]""")]
    [InlineData("""{""")]
    public async Task Clock_NoDuration_Is400AndStandsStill(string body)
    {
        var before = JsonDocument.Parse(await App.TextAsync("/lokaal/klok")).RootElement.GetProperty("vooruit").GetString();

        var response = await App.PostAsync("/lokaal/klok", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(before, JsonDocument.Parse(await App.TextAsync("/lokaal/klok")).RootElement.GetProperty("vooruit").GetString());
    }

    [Fact]
    public async Task Mailbox_ShowsMailsNewestFirstAndEncoded()
    {
        var container = fixture.Storage.Blobs.GetBlobContainerClient("mailbox");
        await container.CreateIfNotExistsAsync();
        await container.UploadBlobAsync("20260101000000000-a.json", Mail("a", "Oud <b>nieuws</b>", "<p>Hallo <script>alert(1)</script></p>"));
        await container.UploadBlobAsync("20260102000000000-b.json", Mail("b", "RR-2026-7KQ4M: nieuw", ""));
        await container.UploadBlobAsync("20260103000000000-broken.json", new BinaryData("{"));

        var all = JsonDocument.Parse(await App.TextAsync("/lokaal/postbus.json")).RootElement;
        var found = JsonDocument.Parse(await App.TextAsync("/lokaal/postbus.json?zoek=7kq4m")).RootElement;
        var page = await App.TextAsync("/lokaal/postbus/a");
        var html = await App.GetAsync("/lokaal/postbus/a/html");

        Assert.Equal(["b", "a"], all.EnumerateArray().Select(mail => mail.GetProperty("id").GetString()));
        Assert.Equal(["b"], found.EnumerateArray().Select(mail => mail.GetProperty("id").GetString()));
        Assert.Contains("Oud &lt;b&gt;nieuws&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"http://localhost:7071/volgen\"", page, StringComparison.Ordinal);
        Assert.StartsWith("sandbox", html.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await App.GetAsync("/lokaal/postbus/none")).StatusCode);
    }

    [Fact]
    public async Task SignIn_CookieBecomesTheAuthorizationHeader()
    {
        var response = await App.PostAsync("/lokaal/aanmelden", Form(("naam", "Bea"), ("rol", "writer"), ("terug", "/sample/authorization")));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sample/authorization");
        request.Headers.Add("Cookie", response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        var header = await (await App.Http.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Equal("/sample/authorization", response.Headers.Location?.ToString());
        Assert.Contains("httponly", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(header.Split('.')[1])).RootElement;
        Assert.Equal("Bea", claims.GetProperty("name").GetString());
        Assert.Equal("writer", claims.GetProperty("roles")[0].GetString());
    }

    [Theory]
    [InlineData("", "writer", "/")]
    [InlineData("Bea", "", "/")]
    [InlineData("Bea", "king", "/")]
    public async Task SignIn_WithoutNameOrRole_Is400(string name, string role, string back) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await App.PostAsync("/lokaal/aanmelden", Form(("naam", name), ("rol", role), ("terug", back)))).StatusCode);

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task SignIn_BackToAnotherSite_StaysHere(string back)
    {
        var response = await App.PostAsync("/lokaal/aanmelden", Form(("naam", "Bea"), ("rol", "writer"), ("terug", back)));

        Assert.Equal("/lokaal", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Pages_UnderAForeignName_DoNotExist()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/lokaal/postbus.json") { Headers = { Host = "rebound.example" } };

        Assert.Equal(HttpStatusCode.NotFound, (await App.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Clock_MovedFromAForeignSite_Is403()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/lokaal/klok") { Content = Form(("vooruit", "1.00:00:00")) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await App.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Orchestrations_ShowAnInstanceWithItsHistory()
    {
        await App.PostAsync("/sample/sums/shown");
        await App.PostAsync("/sample/sums/shown/answer/4");
        await App.WaitForAsync("/sample/sums/shown", text => text.Contains("Completed", StringComparison.Ordinal));

        var page = await App.TextAsync("/lokaal/orkestraties/shown");

        Assert.DoesNotContain("Waarop hij wacht", page, StringComparison.Ordinal);
        Assert.Contains("Activiteit Square gevraagd", page, StringComparison.Ordinal);
        Assert.Contains("Gebeurtenis answer ontvangen", page, StringComparison.Ordinal);
        Assert.Contains("{&quot;Total&quot;:18,&quot;Answered&quot;:true}", page, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"ExecutionCompleted\"", await App.TextAsync("/lokaal/orkestraties/shown/geschiedenis"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await App.GetAsync("/lokaal/orkestraties/none")).StatusCode);
    }

    [Fact]
    public async Task ManagementCalls_OfAPayload_FollowAndEndAnInstance()
    {
        var response = await App.PostAsync("/sample/sums/steered");
        var payload = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        var running = await App.GetAsync(Path(payload, "statusQueryGetUri"));
        Assert.Contains("Waarop hij wacht", await App.TextAsync("/lokaal/orkestraties/steered"), StringComparison.Ordinal);
        var terminated = await App.PostAsync(Path(payload, "terminatePostUri"));
        await App.WaitForAsync(Path(payload, "statusQueryGetUri"), text => text.Contains("Terminated", StringComparison.Ordinal));
        var again = await App.PostAsync(Path(payload, "terminatePostUri"));

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Gone], new[] { running, terminated, again }.Select(r => r.StatusCode));

        static string Path(JsonElement payload, string name) => new Uri(payload.GetProperty(name).GetString()!).PathAndQuery;
    }

    private async Task<DateTimeOffset> ClockAsync() => JsonDocument.Parse(await App.TextAsync("/lokaal/klok")).RootElement.GetProperty("nu").GetDateTimeOffset();

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static BinaryData Mail(string id, string subject, string html) => BinaryData.FromObjectAsJson(new
    {
        id, subject, html, from = "loket@example.org", to = new[] { "a@example.org" }, text = "Zie http://localhost:7071/volgen", sentAt = "2026-01-01T00:00:00Z",
    });
}

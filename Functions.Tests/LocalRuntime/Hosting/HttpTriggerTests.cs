using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>HTTP functions of an app that the host knows nothing of.</summary>
[Collection(SampleAppCollection.Name)]
public sealed class HttpTriggerTests(SampleAppFixture fixture)
{
    private SampleAppProcess App => fixture.App;

    [Theory]
    [InlineData("/sample", "root /sample")]
    [InlineData("/sample/", "root /sample/")]
    [InlineData("/sample/noroute", "GET")]
    [InlineData("/SAMPLE/NoRoute", "GET")]
    public async Task Get_ByTemplate_ReachesTheFunction(string path, string expected) => Assert.Equal(expected, await App.TextAsync(path));

    [Theory]
    [InlineData("/sample/items/7", """{"id":7,"name":null""")]
    [InlineData("/sample/items/7/jan%20de%20v", """{"id":7,"name":"jan de v""")]
    public async Task Get_RouteValues_BindByParameterName(string path, string expected) => Assert.StartsWith(expected, await App.TextAsync(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/sample/nowhere")]
    [InlineData("/sample/items/notanumber")]
    [InlineData("/elsewhere")]
    public async Task Get_UnknownAddress_Is404(string path) => Assert.Equal(HttpStatusCode.NotFound, (await App.GetAsync(path)).StatusCode);

    [Fact]
    public async Task Put_WhereOnlyGetIsKnown_Is405WithAllow()
    {
        var response = await App.Http.PutAsync(new Uri("/sample/plain", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Delete_ActionResult_IsWrittenByMvc()
    {
        var id = Guid.NewGuid();

        var response = await App.Http.DeleteAsync(new Uri($"/sample/items/{id}", UriKind.Relative));

        Assert.Equal($$"""{"deleted":"{{id}}","method":"DELETE"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_Body_BindsAndIsRefusedWithTheRightStatus()
    {
        var good = await App.PostAsync("/sample/body", Json("""{"name":"x","count":3}"""));
        var broken = await App.PostAsync("/sample/body", Json("""{"name":"""));
        var wrongType = await App.PostAsync("/sample/body", Json("""{"name":"x","count":"many"}"""));
        var noJson = await App.PostAsync("/sample/body", new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        using var bytes = new ByteArrayContent([0x22, 0xC3, 0x28, 0x22]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var invalidUtf8 = await App.PostAsync("/sample/body", bytes);

        Assert.StartsWith("""{"name":"x","count":3""", await good.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.BadRequest],
            new[] { broken, wrongType, noJson, invalidUtf8 }.Select(response => response.StatusCode));
        Assert.Equal("application/problem+json", noJson.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Post_BodyBeyondTheServersLimit_Is413AndTheHostLives()
    {
        using var content = new ByteArrayContent(new byte[40_000_000]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sample/size") { Content = content };
        request.Headers.ExpectContinue = true;

        var response = await App.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("GET", await App.TextAsync("/sample/noroute"));
    }

    [Fact]
    public async Task Get_FunctionThrows_IsOneProblemAndOneLogLineAndNoDetail()
    {
        var response = await App.GetAsync("/sample/crash");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(500, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("GET", await App.TextAsync("/sample/noroute"));
        Assert.Single(App.Output.Split('\n'), line => line.Contains("Crash failed with 500", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_PlainObject_IsJsonByTheWorkersSerializer() => Assert.Equal("""{"Name":"GET","Count":1}""", await App.TextAsync("/sample/plain"));

    [Fact]
    public async Task Get_ScopedService_IsNewForEachInvocation() =>
        Assert.NotEqual(await App.TextAsync("/sample/scope"), await App.TextAsync("/sample/scope"));

    [Fact]
    public async Task Get_Anything_PassesTheAppsMiddleware()
    {
        await App.TextAsync("/sample/plain");

        var seen = JsonDocument.Parse(await App.TextAsync("/sample/seen")).RootElement;

        Assert.True(seen.TryGetProperty("httpTrigger Plain", out _));
        Assert.True(seen.TryGetProperty("timerTrigger AtStart", out _));
    }

    [Theory]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("\u0000\u0001\u0002\r\n\r\n")]
    [InlineData("GET /sample/%zz%00 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task Connect_Garbage_DoesNotHarmTheHost(string request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(App.Http.BaseAddress!.Host, App.Http.BaseAddress.Port);
        await socket.SendAsync(Encoding.Latin1.GetBytes(request));
        socket.Shutdown(SocketShutdown.Send);
        await socket.ReceiveAsync(new byte[1024]);

        Assert.Equal("GET", await App.TextAsync("/sample/noroute"));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}

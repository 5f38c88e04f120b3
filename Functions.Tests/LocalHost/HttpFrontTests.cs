using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace RegelLoket.Tests.LocalHost;

/// <summary>HTTP functions of an app that the host knows nothing of, and the host's own answers.</summary>
[Collection(SampleAppCollection.Name)]
public sealed class HttpFrontTests(SampleAppFixture fixture)
{
    private HostProcess App => fixture.App;

    [Theory]
    [InlineData("/sample", "root /sample")]
    [InlineData("/sample/noroute", "GET")]
    [InlineData("/SAMPLE/NoRoute", "GET")]
    [InlineData("/sample/items/first", "the first GET")]
    [InlineData("/sample/items/other", "word other GET")]
    [InlineData("/sample/items/7", """{"id":7,"name":null""")]
    [InlineData("/sample/items/7/jan%20de%20v", """{"id":7,"name":"jan de v""")]
    public async Task Get_ByTemplate_ReachesTheMostFittingFunction(string path, string expected) =>
        Assert.StartsWith(expected, await App.TextAsync(path), StringComparison.Ordinal);

    // Another method on a known route is not found either: the Functions host takes the method for a part of the route.
    [Theory]
    [InlineData("GET", "/sample/nowhere")]
    [InlineData("GET", "/sample/items/notanumber/x")]
    [InlineData("GET", "/elsewhere")]
    [InlineData("PUT", "/sample/plain")]
    [InlineData("HEAD", "/sample/plain")]
    public async Task Send_WhatNoFunctionTakes_Is404WithoutABody(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        var response = await App.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_WhereAFunctionTakesIt_HasHeadersAlone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/sample/both");

        var response = await App.Http.SendAsync(request);

        Assert.Equal("HEAD", response.Headers.GetValues("x-seen").Single());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_CustomHeadersOfHostJson_AreAddedToWhatTheAppLeftOut()
    {
        var seen = await App.GetAsync("/sample/both");
        var other = await App.GetAsync("/sample/settings");

        Assert.Equal("nosniff", seen.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("GET", seen.Headers.GetValues("x-seen").Single());
        Assert.Equal("by the host", other.Headers.GetValues("x-seen").Single());
    }

    [Fact]
    public async Task Delete_ActionResult_IsWrittenByTheWorker()
    {
        var id = Guid.NewGuid();

        var response = await App.Http.DeleteAsync(new Uri($"/sample/items/{id}", UriKind.Relative));

        Assert.Equal($$"""{"deleted":"{{id}}","method":"DELETE"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_JsonBody_IsBound()
    {
        using var json = new StringContent("""{"name":"x","count":3}""", Encoding.UTF8, "application/json");

        var response = await App.PostAsync("/sample/body", json);

        Assert.StartsWith("""{"name":"x","count":3""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FunctionThrows_Is500WithoutDetailAndOneLine()
    {
        var response = await App.GetAsync("/sample/crash");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.Equal("GET", await App.TextAsync("/sample/noroute"));
        for (var attempt = 0; attempt < 50 && !App.Output.Contains("secret detail", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(100);
        }

        Assert.Single(App.Output.Split('\n'), line => line.Contains("secret detail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_HeadersOfProxies_AreTheHosts()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sample/headers");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Host", "elsewhere.example");
        request.Headers.Add("Forwarded", "for=203.0.113.7");
        request.Headers.Add("x-ms-invocation-id", "mine");
        request.Headers.Host = "desk.example";

        var text = await (await App.Http.SendAsync(request)).Content.ReadAsStringAsync();
        var headers = new Dictionary<string, string>(
            JsonSerializer.Deserialize<Dictionary<string, string>>(text)!, StringComparer.OrdinalIgnoreCase);

        // The worker has used them up: it keeps what they replaced.
        Assert.Equal(["X-Original-For", "X-Original-Host", "X-Original-Proto"],
            headers.Keys.Where(name => name.StartsWith("X-", StringComparison.Ordinal)).Order());
        Assert.Equal("desk.example", headers["Host"]);
        Assert.DoesNotContain("203.0.113.7", text, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", text, StringComparison.Ordinal);
        Assert.NotEqual("mine", headers["x-ms-invocation-id"]);
    }

    [Fact]
    public async Task Get_Settings_FollowTheirPrecedence()
    {
        var settings = JsonDocument.Parse(await App.TextAsync("/sample/settings")).RootElement;

        Assert.Equal("hello from the file", settings.GetProperty("greeting").GetString());
        Assert.Equal(App.Http.BaseAddress!.Port, new Uri(settings.GetProperty("address").GetString()!).Port);
    }

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

    [Fact]
    public async Task Console_InAQuietRun_ShowsNoInvocations()
    {
        await App.TextAsync("/sample/plain");

        Assert.DoesNotContain("Plain", App.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("info:", App.Output, StringComparison.Ordinal);
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
}

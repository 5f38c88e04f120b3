using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RegelLoket.Tests.LocalHost;

/// <summary>Bodies go through the host as they come, both ways.</summary>
[Collection(SampleAppCollection.Name)]
public sealed class StreamingTests(SampleAppFixture fixture)
{
    private const int Part = 64 * 1024;
    private const int Parts = 320;

    private HostProcess App => fixture.App;

    [Fact]
    public async Task Post_ChunkedBody_ReachesTheFunctionBeforeItsEnd()
    {
        using var content = new HeldContent(async () =>
            await App.WaitForAsync("/sample/journal/bodies", text => text.Contains("begins", StringComparison.Ordinal)));

        var response = await App.PostAsync("/sample/size", content);

        Assert.Equal($"{Part * Parts}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_SlowBody_ReachesTheCallerBeforeItsEnd()
    {
        using var response = await App.Http.GetAsync(new Uri("/sample/slow/streamed", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        var first = await reader.ReadLineAsync();
        await App.PostAsync("/sample/journal/streamed/go%20on");
        var second = await reader.ReadLineAsync();

        Assert.Equal(("first", "second"), (first, second));
    }

    [Fact]
    public async Task Get_CallerLeaves_CancelsTheFunctionAndLogsNoError()
    {
        var response = await App.Http.GetAsync(new Uri("/sample/slow/left", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        response.Dispose();

        await App.WaitForAsync("/sample/journal/left", text => text.Contains("cancelled", StringComparison.Ordinal));
        Assert.DoesNotContain("Functions.Slow", App.Output, StringComparison.Ordinal);
        Assert.Equal("GET", await App.TextAsync("/sample/noroute"));
    }

    [Fact]
    public async Task Post_BodyBeyondTheHostsLimit_Is413()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(App.Http.BaseAddress!.Host, App.Http.BaseAddress.Port);
        await socket.SendAsync(Encoding.Latin1.GetBytes(
            $"POST /sample/size HTTP/1.1\r\nHost: localhost\r\nContent-Length: {104_857_601}\r\n\r\nx"));
        var answer = new byte[1024];
        var read = await socket.ReceiveAsync(answer);

        Assert.StartsWith("HTTP/1.1 413", Encoding.Latin1.GetString(answer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_BodyBeyondTheAppsLimit_IsTheAppsAnswer()
    {
        using var content = new ByteArrayContent(new byte[Part]);

        var response = await App.PostAsync("/sample/size?limit=100", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    /// <summary>A chunked body whose second half comes when a condition holds.</summary>
    private sealed class HeldContent(Func<Task> condition) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var part = 0; part < Parts; part++)
            {
                if (part == Parts / 2)
                {
                    await stream.FlushAsync();
                    await condition();
                }

                await stream.WriteAsync(new byte[Part]);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

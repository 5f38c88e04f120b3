using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Web;
using RegelLoket.Web.Pages;

namespace RegelLoket.Tests.Web;

public sealed class ErrorBoundaryTests
{
    [Fact]
    public async Task Page_ThatTellsOfAFailureAndFailsItself_EndsInOnePlainSentence()
    {
        // Nothing that a page needs is registered, so that every page fails.
        await using var services = new ServiceCollection().AddSingleton(new ErrorBoundary(NullLogger<ErrorBoundary>.Instance))
            .BuildServiceProvider();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };

        await Page.Render<ProblemPage>(new { Title = "", Detail = "", Status = 404 }).ExecuteAsync(http);

        Assert.Equal(500, http.Response.StatusCode);
        Assert.StartsWith("Er ging iets mis.", Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }

    /// <summary>The host cancels the invocation of a visitor who left before the worker sees the end of the connection, or after.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Guard_VisitorLeaves_EndsQuietlyWhoeverTellsOfItFirst(bool isConnectionFirst)
    {
        using var gone = new CancellationTokenSource();
        var log = new ConcurrentQueue<string>();
        var http = new DefaultHttpContext { RequestAborted = isConnectionFirst ? gone.Token : default };

        await Boundary(log).GuardAsync(http, "GetStart", async () =>
        {
            await gone.CancelAsync();
            gone.Token.ThrowIfCancellationRequested();
        }, isConnectionFirst ? default : gone.Token);

        Assert.Equal(StatusCodes.Status499ClientClosedRequest, http.Response.StatusCode);
        Assert.Empty(log);
    }

    [Fact]
    public async Task Guard_VisitorLeavesHalfwayAPage_LetsTheAnswerBe()
    {
        using var gone = new CancellationTokenSource();
        var log = new ConcurrentQueue<string>();
        var http = new DefaultHttpContext { RequestAborted = gone.Token };
        http.Features.Set<IHttpResponseFeature>(new StartedResponse());

        await Boundary(log).GuardAsync(http, "StartPage", async () =>
        {
            await gone.CancelAsync();
            throw new IOException("The connection was reset.");
        });

        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        Assert.Empty(log);
    }

    /// <summary>A wait that the app itself gave up is no visitor who left.</summary>
    [Fact]
    public async Task Guard_CancellationThatNobodyAskedFor_IsAnError()
    {
        var log = new ConcurrentQueue<string>();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(Boundary(log)).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Request = { Path = "/v1/zaken" } };

        await Boundary(log).GuardAsync(http, "GetCases", () => throw new TaskCanceledException("The wait took too long."));

        Assert.Equal(StatusCodes.Status500InternalServerError, http.Response.StatusCode);
        Assert.StartsWith("Error", log.First(), StringComparison.Ordinal);
    }

    private static ErrorBoundary Boundary(ConcurrentQueue<string> log)
    {
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(new LogQueue(log)));
        return new ErrorBoundary(logs.CreateLogger<ErrorBoundary>());
    }

    /// <summary>As the server's own: an answer that has begun can be given no other status.</summary>
    private sealed class StartedResponse : HttpResponseFeature
    {
        public override bool HasStarted => true;
    }
}

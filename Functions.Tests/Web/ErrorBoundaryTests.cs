using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>A page whose component fails, after the renderer has set what it sets once.</summary>
    [Fact]
    public async Task Page_ThatFailsWhileItIsRendered_LetsAnotherTellOfIt()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(new ErrorBoundary(NullLogger<ErrorBoundary>.Instance));
        await using var web = builder.Build();
        web.Run(async http =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                new RazorComponentResult<Failing> { PreventStreamingRendering = true }.ExecuteAsync(http));
            await Page.Render<Telling>(status: 503).ExecuteAsync(http);
        });
        await web.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.Single()) };

        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("Het loket is even weg.", await answer.Content.ReadAsStringAsync());
        Assert.Equal((503, false), ((int)answer.StatusCode, answer.Headers.Contains("blazor-enhanced-nav")));
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

    private sealed class Failing : ComponentBase
    {
        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("Storage did not answer.");
        }
    }

    private sealed class Telling : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "Het loket is even weg.");
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

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
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
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };

        await Page.Render<ProblemPage>(new { Title = "", Detail = "", Status = 404 }).ExecuteAsync(http);

        Assert.Equal(500, http.Response.StatusCode);
        http.Response.Body.Position = 0;
        Assert.StartsWith("Er ging iets mis.", await new StreamReader(http.Response.Body).ReadToEndAsync(), StringComparison.Ordinal);
    }
}

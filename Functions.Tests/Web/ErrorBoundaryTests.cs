using System.Text;
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
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };

        await Page.Render<ProblemPage>(new { Title = "", Detail = "", Status = 404 }).ExecuteAsync(http);

        Assert.Equal(500, http.Response.StatusCode);
        Assert.StartsWith("Er ging iets mis.", Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Web;

/// <summary>
/// The standard way for a function to return a page: <c>return Page.Render&lt;StatusPage&gt;(new { Case = view });</c>.
/// </summary>
public static class Page
{
    /// <summary>Renders a whole component, with its parameters by name, before anything is sent.</summary>
    public static IResult Render<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK) where TComponent
        : IComponent =>
        new PageResult<TComponent>(parameters ?? new { }, status);

    /// <summary>Renders the page again, with the typed values and their errors.</summary>
    public static IResult Refuse<TComponent>(object parameters) where TComponent : IComponent =>
        Render<TComponent>(parameters, StatusCodes.Status400BadRequest);

    /// <summary>Redirects after a successful POST, so that a reload of the next page repeats nothing.</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    /// <summary>For navigation by Blazor's script, which no page has.</summary>
    private const string NavigationHeader = "blazor-enhanced-nav";

    // The function has returned by the time its page is rendered, so rendering needs an error boundary of its own.
    private sealed class PageResult<TComponent>(object parameters, int status) : IResult where TComponent : IComponent
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            // A page that failed while it was rendered has set it, and would let the page about the failure fail too.
            httpContext.Response.Headers.Remove(NavigationHeader);
            httpContext.Response.OnStarting(static response =>
            {
                ((HttpResponse)response).Headers.Remove(NavigationHeader);
                return Task.CompletedTask;
            }, httpContext.Response);
            var page = new RazorComponentResult<TComponent>(
                parameters)
            { StatusCode = status, PreventStreamingRendering = true };
            return httpContext.RequestServices.GetRequiredService<ErrorBoundary>()
                .GuardAsync(httpContext, typeof(TComponent).Name, () => page.ExecuteAsync(httpContext));
        }
    }

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}

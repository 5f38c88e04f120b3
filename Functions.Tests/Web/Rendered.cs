using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>A page as it is drawn, without a server: for what must hold in more states than a running app can be brought into.</summary>
internal sealed partial class Rendered : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly HtmlRenderer renderer;

    public Rendered(Action<IServiceCollection>? add = null)
    {
        var all = new ServiceCollection().AddLogging().AddSingleton<SiteAssets>();
        all.AddDataProtection();
        all.AddAntiforgery();
        add?.Invoke(all);
        services = all.BuildServiceProvider();
        renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
    }

    public Task<string> HtmlAsync<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent =>
        renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());

    /// <summary>The words of the page, a single space between two.</summary>
    public async Task<string> TextAsync<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent =>
        Space().Replace(WebUtility.HtmlDecode(Tag().Replace(await HtmlAsync<TComponent>(parameters), " ")), " ");

    public async ValueTask DisposeAsync()
    {
        await renderer.DisposeAsync();
        await services.DisposeAsync();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

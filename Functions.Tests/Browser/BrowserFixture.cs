using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;

namespace RegelLoket.Tests.Browser;

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>
/// The real app and a headless Chromium (the distribution's, or the one that CHROMIUM names). Every page that it opens reports what no
/// page may do: break the content security policy, throw, open a dialog, or ask anything of another host.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public AppFixture App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var package = typeof(BrowserFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "PlaywrightPackage").Value;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package);
        await App.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A visitor with a browser of their own: no cookies of others. With a role they are signed in.</summary>
    public async Task<Visitor> VisitAsync(bool javaScript = true, int width = 1200, int height = 900,
        ColorScheme colors = ColorScheme.Light, string? role = null, string name = "Ans Analist")
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = App.Address.ToString(),
            Locale = "nl-NL",
            JavaScriptEnabled = javaScript,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
            ExtraHTTPHeaders = role is null ? null
                : new Dictionary<string, string> { ["Authorization"] = $"Bearer {AppFixture.Token(role, name)}" },
        });
        // Longer than the host waits for a worker: a request that got lost ends before the patience for it.
        context.SetDefaultTimeout(120_000);
        return new Visitor(context, await context.NewPageAsync(), App.Address);
    }
}

/// <summary>One visitor, with what their pages did that no page may do.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    internal Visitor(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)
                || message.Text.Contains("Refused to", StringComparison.Ordinal))
            {
                Misdeeds.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Misdeeds.Enqueue($"{page.Url}: {error}");
        page.Dialog += (_, dialog) =>
        {
            Misdeeds.Enqueue($"{page.Url}: dialog {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Misdeeds.Enqueue($"{page.Url}: asked {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    public ConcurrentQueue<string> Misdeeds { get; } = new();

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Does something that leads to another page, or to the same one anew, and waits for it.</summary>
    public async Task NavigateAsync(Func<Task> action)
    {
        await Page.EvaluateAsync("() => { window.leaving = true; }");
        await action();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await HasArrivedAsync())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Whether the next page is there. Asked from here, since a page without JavaScript never runs a timer of its own.</summary>
    private async Task<bool> HasArrivedAsync()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("() => !window.leaving && document.readyState === 'complete'");
        }
        catch (PlaywrightException left) when (left.Message.Contains("Execution context was destroyed", StringComparison.Ordinal))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(Misdeeds);
    }
}

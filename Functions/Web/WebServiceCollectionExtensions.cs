using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Web;

public static class WebServiceCollectionExtensions
{
    /// <summary>What the site says of itself. Without an address of its own it is where the platform or the port says.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection(SiteOptions.Section))
            .PostConfigure(site => site.Address =
                configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.Address)}"] is { Length: > 0 } ? site.Address
                : configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } host ? new Uri($"https://{host}")
                : configuration["PORT"] is { Length: > 0 } port ? new Uri($"http://localhost:{port}")
                : site.Address)
            .ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSite(configuration);
        services.AddSignIn(configuration);
        services.AddOptions<RateLimitOptions>().Bind(configuration.GetSection("RateLimits"));
        services.AddRazorComponents();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = FormFields.Token;
            options.Cookie.Name = "regelloket-formulier";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        // It warns at every form that it adds no-cache to our no-store.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Error));
        // It writes whole addresses, with what somebody looked for in them; which function ran is told by the host.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        // Before the worker's own, of which one reads every text as JSON.
        services.Configure<WorkerOptions>(worker => worker.InputConverters.RegisterAt<CaseNumberConverter>(0));
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<StoredLimits>();
        services.AddSingleton(new StorageContainer(StoredLimits.Container));
        services.AddSingleton<Colleagues>();
        services.AddSingleton(new StorageContainer(Colleagues.Container));
        services.AddSingleton<FollowSession>();
        services.AddSingleton<FollowedCases>();
        return services;
    }

    /// <summary>Puts headers, error boundary and gate around every HTTP function, in this order.</summary>
    public static IFunctionsWorkerApplicationBuilder UseWeb(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<SecurityHeaders>().UseMiddleware<ErrorBoundary>().UseMiddleware<RequestGuardMiddleware>();
}

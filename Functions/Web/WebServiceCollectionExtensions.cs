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
    /// <summary>Registers the site's own details. A missing address is derived from the platform or the port.</summary>
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
        // Antiforgery logs a warning at every form about replacing our no-store with no-cache, and an error with its
        // exception at every cookie that is not ours: whoever forges some would wake somebody. Both are refused anyway.
        services.AddLogging(
            logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Critical));
        // It logs whole addresses including search texts; the host already logs which function ran.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        // Registered before the worker's own, one of which parses every text as JSON.
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

    /// <summary>Adds headers, error boundary and request guard around every HTTP function, in this order.</summary>
    public static IFunctionsWorkerApplicationBuilder UseWeb(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<SecurityHeaders>().UseMiddleware<ErrorBoundary>().UseMiddleware<RequestGuardMiddleware>();
}

using Microsoft.Azure.WebJobs.Host.Config;

namespace LocalHost.Hosting;

internal static class WebHookServices
{
#pragma warning disable CS0618 // As in WebHooks.
    public static IServiceCollection AddWebHooks(this IServiceCollection services, Uri address) =>
        services.AddSingleton<IWebHookProvider>(new WebHooks(address));
#pragma warning restore CS0618
}

using Microsoft.Azure.WebJobs.Host.Config;

namespace LocalHost.Hosting;

#pragma warning disable CS0618 // The SDK asks for this interface, obsolete or not.

/// <summary>Returns the address of the durable extension's HTTP API.</summary>
internal sealed class WebHooks(Uri address) : IWebHookProvider
{
    public const string Path = "/runtime/webhooks/durabletask";

    public Uri GetUrl(IExtensionConfigProvider extension) => new(address, Path);
}
#pragma warning restore CS0618

namespace LocalHost.Hosting;

/// <summary>The app settings and host.json, at the keys where the WebJobs SDK looks for them.</summary>
internal static class HostConfiguration
{
    /// <summary>The prefix of settings that override host.json, as in Azure.</summary>
    private const string Override = "AzureFunctionsJobHost__";

    public static IEnumerable<KeyValuePair<string, string?>> Of(HostSettings settings)
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(settings.App, "host.json")).Build();
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            // The durable extension takes its functions to be in an isolated worker.
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            // A container's name would make the extension write telemetry as on Linux Consumption.
            ["CONTAINER_NAME"] = "",
            ["AzureWebJobs:logging:logLevel:Azure"] = "Error",
            ["AzureWebJobs:logging:logLevel:Microsoft.Azure.WebJobs.Hosting"] = "Warning",
        };
        foreach (var (key, value) in file.AsEnumerable().Where(pair => pair.Value is not null))
        {
            values["AzureWebJobs:" + key] = value;
        }

        foreach (var (key, value) in settings.Values)
        {
            values[KeyOf(key)] = value;
        }

        return values;
    }

    private static string KeyOf(string setting)
    {
        var isOverride = setting.StartsWith(Override, StringComparison.OrdinalIgnoreCase);
        var key = isOverride ? setting[Override.Length..] : setting;
        return (isOverride ? "AzureWebJobs:" : "") + key.Replace("__", ":", StringComparison.Ordinal);
    }
}

using LocalHost.Startup;

namespace LocalHost.Hosting;

/// <summary>Maps the app settings and host.json to the configuration keys of the WebJobs SDK.</summary>
internal static class HostConfiguration
{
    /// <summary>The prefix of settings that override host.json, as in Azure.</summary>
    private const string Override = "AzureFunctionsJobHost__";

    private const string Root = "AzureWebJobs:";
    private const string Levels = "logging:logLevel:";

    // The name of the console provider is case-sensitive.
    private const string ConsoleLevels = "logging:Console:LogLevel:";

    /// <exception cref="StartupException">host.json cannot be read.</exception>
    public static IReadOnlyDictionary<string, string?> Of(HostSettings settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            // Makes the durable extension treat its functions as isolated.
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            // A container name would make the extension write telemetry as on Linux Consumption.
            ["CONTAINER_NAME"] = "",
            // Off, which is the default; without a value the extension logs a warning at each start.
            [Root + "extensions:durableTask:tracing:distributedTracingEnabled"] = "true",
            [Root + "extensions:durableTask:tracing:version"] = "None",
            [Root + Levels + "Azure"] = "Error",
            [Root + Levels + "Microsoft.Azure.WebJobs.Hosting"] = "Warning",
            [Root + ConsoleLevels + "Default"] = "Warning",
            [Root + ConsoleLevels + "Azure"] = "Error",
            [Root + ConsoleLevels + "Yarp"] = "Error",
            // A port in use, which the user gets another message about.
            [Root + ConsoleLevels + "Microsoft.Extensions.Hosting.Internal.Host"] = "None",
            // The failures of each invocation, which the worker logs already in another form.
            [Root + ConsoleLevels + "Microsoft.Azure.Functions.Worker.FunctionsApplication"] = "None",
            [Root + ConsoleLevels + "Host.Results"] = "None",
        };
        foreach (var (key, value) in File(settings.App))
        {
            values[Root + key] = value;
            if (key.StartsWith(Levels, StringComparison.OrdinalIgnoreCase) && Enum.TryParse<LogLevel>(value, true, out var level))
            {
                // The console shows warnings and errors; a separate setting shows more (logging.Console.LogLevel).
                values[Root + ConsoleLevels + key[Levels.Length..]] = level > LogLevel.Warning ? value : nameof(LogLevel.Warning);
            }
        }

        foreach (var (key, value) in settings.Values)
        {
            values[KeyOf(key)] = value;
        }

        return values;
    }

    private static IEnumerable<KeyValuePair<string, string>> File(string app)
    {
        var path = Path.Combine(app, "host.json");
        try
        {
            return new ConfigurationBuilder().AddJsonFile(path).Build().AsEnumerable().Where(pair => pair.Value is not null)!;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or FormatException)
        {
            throw new StartupException($"{path} cannot be read: {broken.GetBaseException().Message}", broken);
        }
    }

    private static string KeyOf(string setting)
    {
        var isOverride = setting.StartsWith(Override, StringComparison.OrdinalIgnoreCase);
        var key = isOverride ? setting[Override.Length..] : setting;
        return (isOverride ? Root : "") + key.Replace("__", ":", StringComparison.Ordinal);
    }
}

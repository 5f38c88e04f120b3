using System.Globalization;
using LocalRuntime.Orchestration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Hosting.Durable;

/// <summary>The engine's settings as host.json has them under durableTask.</summary>
internal static class DurableSettings
{
    public static TaskHubOptions Read(HostJson hostJson, IConfiguration configuration, IHostEnvironment environment)
    {
        var defaults = new TaskHubOptions();
        return defaults with
        {
            HubName = HubName(hostJson.DurableTask["hubName"], configuration) ?? OfApplication(environment.ApplicationName),
            DefaultVersion = hostJson.DurableTask["defaultVersion"],
            VersionMatchStrategy = Choice(hostJson, "versionMatchStrategy", defaults.VersionMatchStrategy),
            VersionFailureStrategy = Choice(hostJson, "versionFailureStrategy", defaults.VersionFailureStrategy),
            MaxConcurrentActivities = hostJson.Number(
                "extensions:durableTask:maxConcurrentActivityFunctions", defaults.MaxConcurrentActivities, 1, 10_000),
            MaxConcurrentOrchestrators = hostJson.Number(
                "extensions:durableTask:maxConcurrentOrchestratorFunctions", defaults.MaxConcurrentOrchestrators, 1, 10_000),
        };
    }

    // A hub name that refers to a setting which only the deployed app has falls back to the app's own name.
    private static string? HubName(string? text, IConfiguration configuration) =>
        string.IsNullOrEmpty(text) ? null : AppSettings.TryResolve(text, configuration, out _);

    private static string OfApplication(string name) => string.Create(CultureInfo.InvariantCulture, $"{new string([.. name.Where(char.IsAsciiLetterOrDigit)])}Hub");

    private static T Choice<T>(HostJson hostJson, string key, T fallback)
        where T : struct, Enum
    {
        if (hostJson.DurableTask[key] is not { Length: > 0 } text)
        {
            return fallback;
        }

        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new StartupException($"host.json: extensions:durableTask:{key} must be one of {string.Join(", ", Enum.GetNames<T>())}, not '{text}'.");
    }
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Hosting;

/// <summary>Settings that names of queues, schedules and hubs refer to as %Name%.</summary>
internal static partial class AppSettings
{
    public static string Resolve(string text, IConfiguration configuration) => TryResolve(text, configuration, out var missing)
        ?? throw new StartupException($"The setting {missing}, which '{text}' refers to, is not set.");

    /// <summary>The text with its settings filled in, or null where one is not set.</summary>
    public static string? TryResolve(string text, IConfiguration configuration, out string? missing)
    {
        string? unset = null;
        var resolved = Reference().Replace(text, match =>
        {
            var value = configuration[match.Groups[1].Value];
            unset = value is null ? match.Groups[1].Value : unset;
            return value ?? "";
        });
        missing = unset;
        return unset is null ? resolved : null;
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}

using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Hosting;

/// <summary>host.json, which lies beside the app's assembly, with the environment's AzureFunctionsJobHost__* on top.</summary>
internal sealed class HostJson
{
    private readonly IConfiguration file;

    private HostJson(IConfiguration file)
    {
        this.file = file;
        RoutePrefix = file["extensions:http:routePrefix"] ?? "api";
        FunctionTimeout = Duration("functionTimeout", TimeSpan.FromMinutes(30));
        Queues = new QueueSettings(
            BatchSize: Number("extensions:queues:batchSize", 16, 1, 32),
            NewBatchThreshold: Number("extensions:queues:newBatchThreshold", Number("extensions:queues:batchSize", 16, 1, 32) / 2, 0, 1000),
            MaxDequeueCount: Number("extensions:queues:maxDequeueCount", 5, 1, int.MaxValue),
            MaxPollingInterval: Duration("extensions:queues:maxPollingInterval", TimeSpan.FromMinutes(1)),
            VisibilityTimeout: Duration("extensions:queues:visibilityTimeout", TimeSpan.Zero),
            Base64: !string.Equals(file["extensions:queues:messageEncoding"], "none", StringComparison.OrdinalIgnoreCase));
    }

    public string RoutePrefix { get; }

    public TimeSpan FunctionTimeout { get; }

    public QueueSettings Queues { get; }

    public IConfigurationSection DurableTask => file.GetSection("extensions:durableTask");

    public static HostJson Read(string directory)
    {
        try
        {
            return new HostJson(new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(directory, "host.json"), optional: true)
                .AddEnvironmentVariables("AzureFunctionsJobHost__")
                .Build());
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException)
        {
            throw new StartupException($"host.json cannot be read: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    public int Number(string key, int fallback, int least, int most)
    {
        if (file[key] is not { Length: > 0 } text)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new StartupException($"host.json: {key} must be a number from {least} to {most}, not '{text}'.");
    }

    private TimeSpan Duration(string key, TimeSpan fallback)
    {
        if (file[key] is not { Length: > 0 } text || text == "-1")
        {
            return fallback;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero
            ? duration
            : throw new StartupException($"host.json: {key} must be a duration such as 00:05:00, not '{text}'.");
    }
}

/// <summary>How queue triggers poll, retry and give up.</summary>
internal sealed record QueueSettings(
    int BatchSize, int NewBatchThreshold, int MaxDequeueCount, TimeSpan MaxPollingInterval, TimeSpan VisibilityTimeout, bool Base64);

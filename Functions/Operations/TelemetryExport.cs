using System.Diagnostics.Metrics;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>
/// Sends spans, metrics and logs to the configured target: Application Insights in Azure, an OTLP collector anywhere,
/// or none. In Azure the host itself sends requests and logs, so the worker adds only what the host cannot see.
/// </summary>
public static class TelemetryExport
{
    internal const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    internal const string InsightsConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    internal const string OutgoingRequests = "System.Net.Http";

    private const string IncomingRequests = "Microsoft.AspNetCore.Hosting";
    private const string OutgoingDuration = "http.client.request.duration";
    private const string IncomingDuration = "http.server.request.duration";

    // In seconds: storage answers within the first two, and a person notices the last two.
    private static readonly double[] Durations = [0.01, 0.05, 0.25, 1, 5];

    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        var otlp = configuration[OtlpEndpoint] is { Length: > 0 } collector ? collector : null;
        var insights = configuration[InsightsConnection] is { Length: > 0 } connection ? connection : null;
        if (otlp is null && insights is null)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("regelloket"))
            .WithTracing(traces => traces.AddSource(CaseTelemetry.Name).AddSource(OutgoingRequests)
                .AddProcessor(new RoutineRequestFilter()))
            // For this app, the outgoing requests by server are its storage requests.
            .WithMetrics(metrics => metrics.AddMeter(CaseTelemetry.Name).AddMeter(OutgoingRequests).AddView(ViewOf)
                .AddInstrumentation(provider => provider.GetRequiredService<Gauges>()));
        if (otlp is not null)
        {
            telemetry
                .WithTracing(traces => traces.AddOtlpExporter(options => SendTo(options, otlp, "traces")))
                .WithMetrics(metrics => metrics.AddMeter(IncomingRequests).AddOtlpExporter((options, reader) =>
                {
                    SendTo(options, otlp, "metrics");
                    // What did not change since the last minute is not sent again.
                    reader.TemporalityPreference = MetricReaderTemporalityPreference.Delta;
                }))
                .WithLogging(logs => logs.AddOtlpExporter(options => SendTo(options, otlp, "logs")));
        }

        if (insights is not null)
        {
            var identity = StorageServiceCollectionExtensions.Identity(configuration);
            telemetry.WithTracing(traces => traces.AddAzureMonitorTraceExporter(SendToInsights, identity))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(SendToInsights, identity));

            // The host counts requests and the use of the machine itself.
            void SendToInsights(AzureMonitorExporterOptions options)
            {
                options.ConnectionString = insights;
                options.EnableStandardMetrics = false;
                options.EnablePerformanceCounters = false;
            }
        }

        // Comes last, to replace the sampler that the exporter to Azure sets: five traces a second and no more. The
        // default one leaves out what the caller's traceparent calls unsampled, which also the Functions host may do.
        telemetry.WithTracing(traces => traces.SetSampler(new AlwaysOnSampler()));
        return services;
    }

    /// <summary>Returns what is kept of an instrument of .NET: durations alone, in a few steps; null for all of it.</summary>
    private static MetricStreamConfiguration? ViewOf(Instrument instrument) => instrument switch
    {
        { Name: OutgoingDuration or IncomingDuration } => new ExplicitBucketHistogramConfiguration { Boundaries = Durations },
        { Meter.Name: OutgoingRequests or IncomingRequests } => MetricStreamConfiguration.Drop,
        _ => null,
    };

    /// <summary>Configures OTLP over HTTP, with the path that the protocol defines for each signal.</summary>
    private static void SendTo(OtlpExporterOptions options, string endpoint, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
    }
}

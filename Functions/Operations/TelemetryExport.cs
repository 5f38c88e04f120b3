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

    private const string OutgoingRequests = "System.Net.Http";
    private const string IncomingRequests = "Microsoft.AspNetCore";

    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        var otlp = configuration[OtlpEndpoint] is { Length: > 0 } collector ? collector : null;
        var insights = configuration[InsightsConnection] is { Length: > 0 } connection ? connection : null;
        if (otlp is null && insights is null)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("regelloket"))
            .WithTracing(traces => traces.AddSource(CaseTelemetry.Name).AddSource(OutgoingRequests))
            // For this app, the outgoing requests by server are its storage requests.
            .WithMetrics(metrics => metrics.AddMeter(CaseTelemetry.Name).AddMeter(OutgoingRequests)
                .AddInstrumentation(provider => provider.GetRequiredService<Gauges>()));
        if (otlp is not null)
        {
            telemetry
                .WithTracing(
                    traces => traces.AddSource(IncomingRequests).AddOtlpExporter(options => SendTo(options, otlp, "traces")))
                .WithMetrics(metrics => metrics.AddMeter(IncomingRequests + ".Hosting")
                    .AddOtlpExporter(options => SendTo(options, otlp, "metrics")))
                .WithLogging(logs => logs.AddOtlpExporter(options => SendTo(options, otlp, "logs")));
        }

        if (insights is not null)
        {
            var identity = StorageServiceCollectionExtensions.Identity(configuration);
            telemetry
                .WithTracing(
                    traces => traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = insights, identity))
                .WithMetrics(
                    metrics =>
                        metrics.AddAzureMonitorMetricExporter(options => options.ConnectionString = insights, identity));
        }

        return services;
    }

    /// <summary>Configures OTLP over HTTP, with the path that the protocol defines for each signal.</summary>
    private static void SendTo(OtlpExporterOptions options, string endpoint, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
    }
}

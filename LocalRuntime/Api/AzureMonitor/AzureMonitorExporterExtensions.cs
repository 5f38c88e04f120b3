using Azure.Core;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>The exporters to Application Insights, which exist in the Azure lane alone: a local run that asks for one is told so at start.</summary>
public static class AzureMonitorExporterExtensions
{
    public static TracerProviderBuilder AddAzureMonitorTraceExporter(
        this TracerProviderBuilder builder, Action<AzureMonitorExporterOptions>? configure = null, TokenCredential? credential = null, string? name = null) => throw Absent();

    public static MeterProviderBuilder AddAzureMonitorMetricExporter(
        this MeterProviderBuilder builder, Action<AzureMonitorExporterOptions>? configure = null, TokenCredential? credential = null, string? name = null) => throw Absent();

    private static NotSupportedException Absent() =>
        new("Application Insights belongs to the Azure lane. Take APPLICATIONINSIGHTS_CONNECTION_STRING away, or send to a collector with OTEL_EXPORTER_OTLP_ENDPOINT.");
}

/// <summary>Where an exporter to Application Insights sends to.</summary>
public class AzureMonitorExporterOptions : ClientOptions
{
    public string? ConnectionString { get; set; }

    public TokenCredential? Credential { get; set; }
}

#!/usr/bin/env bash
# Azure Monitor's trace exporter replaces the sampler that the app set before it by one that lets five traces a second
# through, without a word.
# Expected: an exporter adds a place to send to; what SetSampler chose stays, as with other exporters.
# Seen (Azure.Monitor.OpenTelemetry.Exporter 1.10.0, OpenTelemetry 1.18.0, date 2026-12-01): of 200 traces in a burst 200
#   are recorded with AlwaysOnSampler alone, fewer than 50 when the exporter is added after it, and 200 when SetSampler
#   comes last.
# For users: call SetSampler after AddAzureMonitorTraceExporter; else errors and state changes of a busy minute are
#   missing from the traces. Our app sets its sampler last.
set -euo pipefail
# Leaves no build server behind.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > sample.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Monitor.OpenTelemetry.Exporter" Version="1.10.0" />
    <PackageReference Include="OpenTelemetry" Version="1.18.0" />
  </ItemGroup>
</Project>
PROJECT

cat > Program.cs <<'CODE'
using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;
using OpenTelemetry.Trace;

using var source = new ActivitySource("sample");
Console.WriteLine($"no exporter: {Describe(Recorded(b => b.SetSampler(new AlwaysOnSampler())))}");
Console.WriteLine($"exporter after SetSampler: {Describe(Recorded(b => Export(b.SetSampler(new AlwaysOnSampler()))))}");
Console.WriteLine($"SetSampler after exporter: {Describe(Recorded(b => Export(b).SetSampler(new AlwaysOnSampler())))}");

static string Describe(int recorded) => recorded == 200 ? "200 of 200" : recorded < 50 ? "fewer than 50 of 200" : "some of 200";

// A port on which nobody listens: nothing leaves the machine.
static TracerProviderBuilder Export(TracerProviderBuilder builder) => builder.AddAzureMonitorTraceExporter(options =>
{
    options.ConnectionString =
        "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=http://127.0.0.1:9/;"
        + "LiveEndpoint=http://127.0.0.1:9/";
    options.DisableOfflineStorage = true;
});

int Recorded(Func<TracerProviderBuilder, TracerProviderBuilder> configure)
{
    using var provider = configure(Sdk.CreateTracerProviderBuilder().AddSource("sample")).Build();
    var recorded = 0;
    for (var i = 0; i < 200; i++)
    {
        Activity.Current = null;
        using var activity = source.StartActivity("work");
        recorded += activity is { Recorded: true } ? 1 : 0;
    }

    return recorded;
}
CODE

dotnet build > build.log || { cat build.log >&2; exit 1; }
grep -ohE '"(Azure\.Monitor\.OpenTelemetry\.Exporter|OpenTelemetry)/[0-9.]+"' obj/project.assets.json | sort -u
seen=$(timeout 120 dotnet run --no-build)
echo "$seen"
[ "$seen" = 'no exporter: 200 of 200
exporter after SetSampler: fewer than 50 of 200
SetSampler after exporter: 200 of 200' ] || { echo "The behaviour has changed." >&2; exit 1; }

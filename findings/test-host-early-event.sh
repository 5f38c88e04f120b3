#!/usr/bin/env bash
# The in-process test host of the durable SDK keeps an event for an instance that does not exist and gives it to the
# next one of that id; it also runs at once what is scheduled for tomorrow. A test of either passes here and would
# fail on storage.
# Expected (the client's own documentation): "Raised events for a completed or non-existent orchestration instance
#   will be silently discarded"; StartOrchestrationOptions.StartAt is the time at which the instance starts.
# Seen (Microsoft.DurableTask.InProcessTestHost 0.2.3-preview.1 with Microsoft.DurableTask.Client 1.27.0, date
#   2026-11-29): the instance started after the event completes with it; an instance with a start a day ahead is
#   Completed right away.
# For users: test "event before start" and delayed starts on the real engine, where the Functions extension throws
#   NotFound for such an event. We catch that and start the workflow, and the tests of whole flows run the real
#   engine.
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
    <ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <PackageReference Include="Microsoft.DurableTask.InProcessTestHost" Version="0.2.3-preview.1" />
    <PackageReference Include="Microsoft.DurableTask.Client.Grpc" Version="1.27.0" />
    <PackageReference Include="Microsoft.DurableTask.Worker.Grpc" Version="1.27.0" />
  </ItemGroup>
</Project>
PROJECT

cat > Program.cs <<'CODE'
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

await using var host = await DurableTaskTestHost.StartAsync(tasks => tasks
    .AddOrchestratorFunc<string, string>("Wait", (context, _) => context.WaitForExternalEvent<string>("answer"))
    .AddOrchestratorFunc<string, string>("Echo", (_, input) => Task.FromResult(input)));
using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

await host.Client.RaiseEventAsync("later", "answer", "sent before the start");
await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", "", new StartOrchestrationOptions("later"));
await ShowAsync("event before the start", "later");

var tomorrow = new StartOrchestrationOptions("tomorrow", StartAt: DateTimeOffset.UtcNow.AddDays(1));
await host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "ran today", tomorrow);
await ShowAsync("start in a day", "tomorrow");

async Task ShowAsync(string what, string id)
{
    var ended = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
    Console.WriteLine($"seen: {what}: {ended.RuntimeStatus} {ended.SerializedOutput}");
}
CODE

dotnet build > build.log || { cat build.log >&2; exit 1; }
grep -ohE '"Microsoft\.DurableTask\.(InProcessTestHost|Client)/[0-9.a-z-]+"' obj/project.assets.json | sort -u
dotnet run --no-build > run.log 2>&1 || { cat run.log >&2; exit 1; }
seen=$(grep -oE '^seen: .*' run.log)
echo "$seen"
[ "$seen" = 'seen: event before the start: Completed "sent before the start"
seen: start in a day: Completed "ran today"' ] || { echo "The behaviour has changed." >&2; exit 1; }

#!/usr/bin/env bash
# A purge without a list of statuses deletes running instances, of which the library's own documentation says that it
# leaves them alone.
# Expected (the package's documentation of ITrackingStore.PurgeInstanceHistoryAsync, runtimeStatus): "Only Completed,
#   Terminated, Canceled, or Failed will be processed".
# Seen (Microsoft.Azure.DurableTask.AzureStorage 2.11.2, Microsoft.Azure.DurableTask.Core 3.11.2, azurite 3.37.0, date
#   2026-11-29): with the four statuses 0 deleted; without any 1 deleted, and the running instance is gone.
# For users: name the statuses in each purge, also when all finished instances are meant; with a filter of dates
#   alone, work in progress of that age goes too. Our retention run names Completed, Terminated and Failed.
set -euo pipefail
# Leaves no build server behind.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
work=$(mktemp -d)
emulator=
trap '[ -z "$emulator" ] || { kill "$emulator" && wait "$emulator" || true; }; rm -rf "$work"' EXIT
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
    <PackageReference Include="Microsoft.Azure.DurableTask.AzureStorage" Version="2.11.2" />
    <PackageReference Include="Microsoft.Azure.DurableTask.Core" Version="3.11.2" />
  </ItemGroup>
</Project>
PROJECT

cat > Program.cs <<'CODE'
using DurableTask.AzureStorage;
using DurableTask.Core;

var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
{
    TaskHubName = "sample",
    StorageAccountClientProvider = new StorageAccountClientProvider(args[0]),
    PartitionCount = 1,
    MaxQueuePollingInterval = TimeSpan.FromMilliseconds(200),
});
await service.CreateIfNotExistsAsync();
using var worker = new TaskHubWorker(service);
await worker.AddTaskOrchestrations(typeof(Waiting)).StartAsync();
var client = new TaskHubClient(service);

var waiting = await client.CreateOrchestrationInstanceAsync(typeof(Waiting), "waiting", null);
await RunningAsync(waiting);
await PurgeAsync("finished statuses", [OrchestrationStatus.Completed, OrchestrationStatus.Terminated,
    OrchestrationStatus.Canceled, OrchestrationStatus.Failed]);
await PurgeAsync("no statuses", null);
await worker.StopAsync(isForced: true);

async Task RunningAsync(OrchestrationInstance instance)
{
    using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
    while ((await client.GetOrchestrationStateAsync(instance))?.OrchestrationStatus != OrchestrationStatus.Running)
    {
        await Task.Delay(100, patience.Token);
    }
}

async Task PurgeAsync(string what, OrchestrationStatus[]? statuses)
{
    var purged = await service.PurgeInstanceHistoryAsync(DateTime.UtcNow.AddDays(-1), null, statuses);
    var left = await client.GetOrchestrationStateAsync(waiting);
    var now = left?.OrchestrationStatus.ToString() ?? "gone";
    Console.WriteLine($"{what}: {purged.InstancesDeleted} deleted, the instance is {now}");
}

class Waiting : TaskOrchestration<string, string>
{
    private readonly TaskCompletionSource<string> answer = new();

    public override Task<string> RunTask(OrchestrationContext context, string input) => answer.Task;

    public override void OnEvent(OrchestrationContext context, string name, string input) => answer.TrySetResult(input);
}
CODE

# The override leaves out telemetry that the emulator does not need; its own version is the pinned one.
echo '{ "dependencies": { "azurite": "3.37.0" }, "overrides": { "azurite": { "applicationinsights": "2.9.8" } } }' > package.json
npm install --no-audit --no-fund --loglevel=error > npm.log 2>&1 || { cat npm.log >&2; exit 1; }
dotnet build > build.log || { cat build.log >&2; exit 1; }
grep -ohE '"Microsoft\.Azure\.DurableTask\.(AzureStorage|Core)/[0-9.]+"' obj/project.assets.json | sort -u
echo "azurite $(node_modules/.bin/azurite --version)"

# Port 0 lets the emulator take a free port each; it prints which.
node node_modules/azurite/dist/src/azurite.js --skipApiVersionCheck --disableTelemetry --inMemoryPersistence \
  --blobPort 0 --queuePort 0 --tablePort 0 > emulator.log 2>&1 &
emulator=$!
for _ in $(seq 300); do
  ! grep -q 'Table service is successfully listening' emulator.log || break
  sleep 0.2
done
address() { grep -oE "$1 service is successfully listening at .*" emulator.log | grep -oE 'http://.*'; }
account=devstoreaccount1
# The emulator's public, documented key.
key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
storage="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key"
for service in Blob Queue Table; do storage="$storage;${service}Endpoint=$(address $service)/$account"; done

seen=$(dotnet run --no-build -- "$storage")
echo "$seen"
[ "$seen" = 'finished statuses: 0 deleted, the instance is Running
no statuses: 1 deleted, the instance is gone' ] || { echo "The behaviour has changed." >&2; exit 1; }

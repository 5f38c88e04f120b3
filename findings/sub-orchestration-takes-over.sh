#!/usr/bin/env bash
# A sub-orchestration that is given the id of a running instance replaces that instance without a word; a client that
# starts the same id with dedupe statuses (and ThrowExceptionOnInvalidDedupeStatus, as the Functions extension does)
# is refused.
# Expected: the parent's call fails as the client's start does, for the running instance loses its history, its timers
#   and its waiting events.
# Seen (Microsoft.Azure.DurableTask.AzureStorage 2.11.2, Microsoft.Azure.DurableTask.Core 3.11.2, azurite 3.37.0, date
#   2026-11-29): the client gets OrchestrationAlreadyExistsException; the parent completes with the child's answer,
#   and the id now belongs to the completed child.
# For users: give a child an id that nothing else may start, such as one that begins with its parent's. We use no
#   sub-orchestrations: the client starts each workflow, with dedupe statuses.
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
using DurableTask.Core.Exceptions;

var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
{
    TaskHubName = "sample",
    StorageAccountClientProvider = new StorageAccountClientProvider(args[0]),
    PartitionCount = 1,
    MaxQueuePollingInterval = TimeSpan.FromMilliseconds(200),
    ThrowExceptionOnInvalidDedupeStatus = true,
});
await service.CreateIfNotExistsAsync();
using var worker = new TaskHubWorker(service);
await worker.AddTaskOrchestrations(typeof(Waiting), typeof(Parent), typeof(Child)).StartAsync();
var client = new TaskHubClient(service);

var first = await client.CreateOrchestrationInstanceAsync(typeof(Waiting), "shared-id", null);
await RunningAsync(first);
await ShowAsync("before");
try
{
    OrchestrationStatus[] unfinished = [OrchestrationStatus.Pending, OrchestrationStatus.Running];
    await client.CreateOrchestrationInstanceAsync(typeof(Child), "shared-id", null, unfinished);
}
catch (OrchestrationAlreadyExistsException refused)
{
    Console.WriteLine($"client: {refused.GetType().Name}");
}

var parent = await client.CreateOrchestrationInstanceAsync(typeof(Parent), "parent", null);
var ended = await client.WaitForOrchestrationAsync(parent, TimeSpan.FromMinutes(1));
Console.WriteLine($"parent: {ended.OrchestrationStatus} {ended.Output}");
await ShowAsync("after");
await worker.StopAsync(isForced: true);

async Task RunningAsync(OrchestrationInstance instance)
{
    using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
    while ((await client.GetOrchestrationStateAsync(instance))?.OrchestrationStatus != OrchestrationStatus.Running)
    {
        await Task.Delay(100, patience.Token);
    }
}

async Task ShowAsync(string when)
{
    var state = await client.GetOrchestrationStateAsync("shared-id");
    Console.WriteLine($"{when}: {state.Name.Split('.')[^1]} {state.OrchestrationStatus}");
}

class Waiting : TaskOrchestration<string, string>
{
    private readonly TaskCompletionSource<string> answer = new();

    public override Task<string> RunTask(OrchestrationContext context, string input) => answer.Task;

    public override void OnEvent(OrchestrationContext context, string name, string input) => answer.TrySetResult(input);
}

class Child : TaskOrchestration<string, string>
{
    public override Task<string> RunTask(OrchestrationContext context, string input) =>
        Task.FromResult("the child's answer");
}

class Parent : TaskOrchestration<string, string>
{
    public override Task<string> RunTask(OrchestrationContext context, string input) =>
        context.CreateSubOrchestrationInstance<string>(typeof(Child), "shared-id", null);
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
[ "$seen" = 'before: Waiting Running
client: OrchestrationAlreadyExistsException
parent: Completed "the child'"'"'s answer"
after: Child Completed' ] || { echo "The behaviour has changed." >&2; exit 1; }

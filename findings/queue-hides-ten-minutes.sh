#!/usr/bin/env bash
# A queue trigger hides each message that it fetches for ten minutes, whatever visibilityTimeout is set to: after a kill
# of the process the message is nobody's for that long.
# Expected: the setting (5 seconds here) is how long a message stays hidden when its function does not finish.
# Seen (Microsoft.Azure.WebJobs.Extensions.Storage.Queues 5.3.10, Microsoft.Azure.WebJobs.Host.Storage 5.0.1, azurite
#   3.37.0, date 2026-12-01): each fetch asks for visibilitytimeout=600.
# For users: count on up to ten minutes after a crash or a kill before a message is tried again, or look after the work
#   by another way too. Our mails are looked for by a timer as well.
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
    <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.10" />
    <PackageReference Include="Microsoft.Azure.WebJobs.Host.Storage" Version="5.0.1" />
  </ItemGroup>
</Project>
PROJECT

cat > Program.cs <<'CODE'
using Azure.Storage.Queues;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var storage = args[0];
var queue = new QueueClient(storage, "sample", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
await queue.CreateAsync();
await queue.SendMessageAsync("hello");
using var host = new HostBuilder()
    .ConfigureAppConfiguration(configuration =>
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage }))
    .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddAzureStorageQueues(options =>
    {
        options.VisibilityTimeout = TimeSpan.FromSeconds(5);
        options.MaxPollingInterval = TimeSpan.FromSeconds(1);
    }))
    .ConfigureServices(services => services.AddSingleton<ITypeLocator>(new Samples()))
    .Build();
await host.StartAsync();
await Sample.Came.Task.WaitAsync(TimeSpan.FromSeconds(60));
Console.WriteLine("the function has the message");
// As a killed process: nothing is deleted, nothing is given back.
Environment.Exit(0);

public sealed class Samples : ITypeLocator
{
    public IReadOnlyList<Type> GetTypes() => [typeof(Sample)];
}

public static class Sample
{
    public static TaskCompletionSource Came { get; } = new();

    public static async Task Run([QueueTrigger("sample")] string message)
    {
        Came.TrySetResult();
        await Task.Delay(Timeout.Infinite);
    }
}
CODE

# The override leaves out telemetry that the emulator does not need; its own version is the pinned one.
echo '{ "dependencies": { "azurite": "3.37.0" }, "overrides": { "azurite": { "applicationinsights": "2.9.8" } } }' > package.json
npm install --no-audit --no-fund --loglevel=error > npm.log 2>&1 || { cat npm.log >&2; exit 1; }
dotnet build > build.log || { cat build.log >&2; exit 1; }
grep -ohE '"Microsoft\.Azure\.WebJobs\.(Extensions\.Storage\.Queues|Host\.Storage)/[0-9.]+"' obj/project.assets.json | sort -u
echo "azurite $(node_modules/.bin/azurite --version)"

# Port 0 lets the emulator take a free port each; it prints which. It also prints each request.
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

seen=$(timeout 120 dotnet run --no-build -- "$storage")
sleep 1
seen="$seen
$(grep -oE '/sample/messages\?[^ ]*visibilitytimeout=[0-9]+' emulator.log | grep -oE 'visibilitytimeout=[0-9]+' | sort -u)"
echo "$seen"
[ "$seen" = 'the function has the message
visibilitytimeout=600' ] || { echo "The behaviour has changed." >&2; exit 1; }

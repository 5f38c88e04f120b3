#!/usr/bin/env bash
# The HTTP integration of the isolated worker chooses a free port when the app is built, lets it go, and binds it after
# it has connected to its host: when another program takes the port in between, the worker ends at its start.
# Expected: the web server binds port 0 and tells the host which port that became, or a second port is tried.
# Seen (Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore 2.1.1, Microsoft.Azure.Functions.Worker 2.52.0, date
#   2026-12-01): after Build the address is fixed and anyone can bind it; the web server, which starts last, then fails
#   with AddressAlreadyInUse.
# For users: several workers on one machine, or one beside programs that open many connections, meet this now and then.
#   Start the worker again when its output names AddressInUseException; our local host does so up to three times.
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
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <PackageReference Include="Microsoft.Azure.Functions.Worker" Version="2.52.0" />
    <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore" Version="2.1.1" />
  </ItemGroup>
</Project>
PROJECT

cat > Program.cs <<'CODE'
using System.Net;
using System.Net.Sockets;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using var host = new HostBuilder()
    .ConfigureAppConfiguration(settings => settings.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Functions:Worker:HostEndpoint"] = "http://127.0.0.1:9",
        ["Functions:Worker:WorkerId"] = "sample",
        ["Functions:Worker:RequestId"] = "sample",
        ["Functions:Worker:GrpcMaxMessageLength"] = "1000000",
    }))
    .ConfigureFunctionsWebApplication()
    .ConfigureLogging(logging => logging.ClearProviders())
    .Build();
var address = new Uri(host.Services.GetRequiredService<IConfiguration>()["urls"]!);
var other = new TcpListener(IPAddress.Loopback, address.Port);
other.Start();
Console.WriteLine("after Build another program takes the port");
try
{
    // The first service that starts connects to the Functions host, which is not here; the last one is the web server.
    var services = host.Services.GetServices<IHostedService>().ToList();
    Console.WriteLine($"{services[0].GetType().Name} starts before {services[^1].GetType().Name}");
    await services[^1].StartAsync(CancellationToken.None);
    Console.WriteLine("the web server started");
}
catch (Exception failure)
{
    Console.WriteLine($"the web server fails: {(failure.GetBaseException() as SocketException)?.SocketErrorCode}");
}

Environment.Exit(0);
CODE

dotnet build > build.log || { cat build.log >&2; exit 1; }
grep -ohE '"Microsoft\.Azure\.Functions\.Worker(\.Extensions\.Http\.AspNetCore)?/[0-9.]+"' obj/project.assets.json | sort -u
seen=$(timeout 120 dotnet run --no-build)
echo "$seen"
[ "$seen" = 'after Build another program takes the port
WorkerHostedService starts before GenericWebHostService
the web server fails: AddressAlreadyInUse' ] || { echo "The behaviour has changed." >&2; exit 1; }

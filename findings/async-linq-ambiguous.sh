#!/usr/bin/env bash
# On .NET 10 a project that references the durable storage engine can no longer write `await numbers.ToListAsync()`:
# the engine brings System.Linq.Async 6, whose operators have the names of the framework's own.
# Expected: an engine adds no compile-time names to the projects that use it; the line that compiles without it
#   compiles with it.
# Seen (Microsoft.Azure.DurableTask.AzureStorage 2.11.2, which brings System.Linq.Async 6.0.1; net10.0, date
#   2026-11-29): without the package 0 errors; with it CS0121, ambiguous call; with `<PackageReference
#   Include="System.Linq.Async" Version="7.0.1" ExcludeAssets="compile" />` 0 errors.
# For users: hold the transitive package out of the compiler with that line, in each project that reaches the engine
#   (also through Microsoft.Azure.WebJobs.Extensions.DurableTask). We did so in our test project; the engine itself
#   still gets it at run time.
set -euo pipefail
# Leaves no build server behind.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

engine='<PackageReference Include="Microsoft.Azure.DurableTask.AzureStorage" Version="2.11.2" />'
cure='<PackageReference Include="System.Linq.Async" Version="7.0.1" ExcludeAssets="compile" />'

# Prints the distinct compiler errors of one line of code beside these package references.
errors_with() {
  local folder
  folder=$(mktemp -d -p "$work")
  cat > "$folder/sample.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>$1</ItemGroup>
</Project>
PROJECT
  cat > "$folder/Sample.cs" <<'CODE'
public static class Sample
{
    public static async Task<int> CountAsync(IAsyncEnumerable<int> numbers) => (await numbers.ToListAsync()).Count;
}
CODE
  dotnet restore "$folder" --verbosity quiet > "$folder/restore.log" || { cat "$folder/restore.log" >&2; return 1; }
  dotnet build "$folder" --no-restore > "$folder/build.log" || true
  grep -oE 'System\.Linq\.Async/[0-9.]+' "$folder/obj/project.assets.json" | sort -u >&2 || true
  if grep -q 'Build succeeded' "$folder/build.log"; then echo none; return; fi
  grep -oE 'error [A-Z]+[0-9]+' "$folder/build.log" | sort -u
}

echo ".NET SDK $(dotnet --version), Microsoft.Azure.DurableTask.AzureStorage 2.11.2"
seen="alone: $(errors_with '')
with the engine: $(errors_with "$engine")
with the engine and the cure: $(errors_with "$engine$cure")"
echo "$seen"
[ "$seen" = "alone: none
with the engine: error CS0121
with the engine and the cure: none" ] || { echo "The behaviour has changed." >&2; exit 1; }

#!/usr/bin/env bash
# One valid line, `tasks.AddOrchestratorFunc("Name", Elsewhere.Run)` with a method of another assembly, makes ten
# durable analyzers throw; where warnings are errors the project no longer builds.
# Expected: an analyzer skips a method whose source is not in the compilation, as it does for the same call inside a
#   lambda.
# Seen (Microsoft.DurableTask.Analyzers 1.28.0, Microsoft.Azure.Functions.Worker.Extensions.DurableTask 1.21.1, date
#   2026-11-29): AD0001 from ten analyzers, InvalidOperationException "Sequence contains no elements"; `context =>
#   Elsewhere.Run(context)` gives none. The analyzers 0.2.0, which the extension brings itself, throw the same on that
#   line.
# For users: register orchestrators of another project (typical of tests) through a lambda. We let the analyzers judge
#   the orchestrators in the project that declares them, and leave AD0001 out of the warnings of the test project
#   alone.
set -euo pipefail
# Leaves no build server behind.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir elsewhere app

cat > Directory.Build.props <<'PROJECT'
<Project>
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.DurableTask" Version="1.21.1" />
    <PackageReference Include="Microsoft.DurableTask.Analyzers" Version="1.28.0" />
  </ItemGroup>
</Project>
PROJECT
echo '<Project Sdk="Microsoft.NET.Sdk" />' > elsewhere/elsewhere.csproj
cat > elsewhere/Elsewhere.cs <<'CODE'
using Microsoft.DurableTask;

public static class Elsewhere
{
    public static Task<string> Run(TaskOrchestrationContext context) => Task.FromResult(context.InstanceId);
}
CODE
cat > app/app.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <ProjectReference Include="../elsewhere/elsewhere.csproj" />
  </ItemGroup>
</Project>
PROJECT

# Builds the app with AD0001 as an error and tells how many analyzers threw, and how the build ended.
build_with() {
  cat > app/Registration.cs <<CODE
using Microsoft.DurableTask;

public static class Registration
{
    public static void Register(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc("Name", $1);
}
CODE
  local ending=builds
  dotnet build app --no-restore -warnaserror:AD0001 > build.log || ending='does not build'
  local threw
  threw=$(grep -oE "AD0001: Analyzer '[A-Za-z.]+' .*Sequence contains no elements" build.log | sort -u | wc -l || true)
  echo "$threw analyzers threw, $ending, other errors: $(grep -E 'error [A-Z]+[0-9]+' build.log | grep -vc AD0001 || true)"
}

dotnet restore app --verbosity quiet > restore.log || { cat restore.log >&2; exit 1; }
grep -ohE '"Microsoft\.[A-Za-z.]*(DurableTask\.Analyzers|Extensions\.DurableTask)/[0-9.]+"' app/obj/project.assets.json |
  sort -u
seen="lambda: $(build_with 'context => Elsewhere.Run(context)')
method: $(build_with 'Elsewhere.Run')"
echo "$seen"
[ "$seen" = "lambda: 0 analyzers threw, builds, other errors: 0
method: 10 analyzers threw, does not build, other errors: 0" ] || { echo "The behaviour has changed." >&2; exit 1; }

using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace RegelLoket.Tests.Infra;

/// <summary>The ARM template that the real Bicep compiler makes of <c>infra/main.bicep</c>, and what the compiler says of it.</summary>
internal static class ArmTemplate
{
    private static readonly Lazy<JsonElement> Compiled = new(() => JsonDocument.Parse(Run("build", "--stdout").Output).RootElement);

    public static JsonElement Main => Compiled.Value;

    /// <summary>The compiler, run on <c>infra/main.bicep</c> and all its modules: its exit code, its output and its errors and warnings.</summary>
    public static (int ExitCode, string Output, string Messages) Run(string command, params string[] options)
    {
        var compiler = typeof(ArmTemplate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BicepPath").Value!;
        var start = new ProcessStartInfo(Path.GetFullPath(compiler.Replace('\\', '/')), [command, Repository.File("infra/main.bicep"), .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bicep = Process.Start(start)!;
        var messages = bicep.StandardError.ReadToEndAsync();
        var output = bicep.StandardOutput.ReadToEnd();
        bicep.WaitForExit();
        return (bicep.ExitCode, output, messages.Result);
    }

    /// <summary>The template of a module, by its symbol in main.</summary>
    public static JsonElement Module(string name) => At(Main, "resources", name, "properties", "template");

    /// <summary>A resource of a module by its symbol; one that is nested carries its parents' symbols too, with <c>::</c> between them.</summary>
    public static JsonElement Resource(string module, string symbol) => At(Module(module), "resources", symbol);

    public static JsonElement At(JsonElement element, params string[] way) => way.Aggregate(element, (value, name) => value.GetProperty(name));

    /// <summary>All resources of main and of its modules, modules themselves left out.</summary>
    public static IEnumerable<JsonElement> Resources() => Main.GetProperty("resources").EnumerateObject()
        .SelectMany(r => r.Value.GetProperty("type").GetString() == "Microsoft.Resources/deployments"
            ? Module(r.Name).GetProperty("resources").EnumerateObject().Select(inner => inner.Value)
            : [r.Value]);

    /// <summary>
    /// The arguments of a call in an expression of the template, without the brackets around it: <c>f('a', g(1))</c> gives <c>'a'</c> and <c>g(1)</c>.
    /// </summary>
    public static List<string> ArgumentsOf(string call)
    {
        var (arguments, begin, depth, quoted) = (new List<string>(), call.IndexOf('(', StringComparison.Ordinal) + 1, 0, false);
        for (var i = begin; depth >= 0 && i < call.Length; i++)
        {
            quoted ^= call[i] == '\'';
            depth += quoted ? 0 : call[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (!quoted && (depth < 0 || (depth == 0 && call[i] == ',')))
            {
                arguments.Add(call[begin..i].Trim());
                begin = i + 1;
            }
        }

        return arguments;
    }
}

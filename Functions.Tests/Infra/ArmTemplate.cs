using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace RegelLoket.Tests.Infra;

/// <summary>The ARM template that the real Bicep compiler makes of <c>infra/main.bicep</c>, and what the compiler says of it.</summary>
internal static class ArmTemplate
{
    private static readonly Lazy<JsonElement> Compiled = new(() => JsonDocument.Parse(Run("build", "--stdout").Output).RootElement);

    public static JsonElement Main => Compiled.Value;

    /// <summary>Runs the compiler on <c>infra/main.bicep</c> and all its modules; messages are its errors and warnings.</summary>
    public static (int ExitCode, string Output, string Messages) Run(string command, params string[] options)
    {
        var compiler = typeof(ArmTemplate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "BicepPath").Value!.Replace('\\', '/');
        var start = new ProcessStartInfo(Path.GetFullPath(compiler), [command, Repository.File("infra/main.bicep"), .. options])
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

    /// <summary>The resources that a module makes; nested ones stand beside their parents.</summary>
    public static IEnumerable<JsonElement> Resources(string module)
    {
        var resources = Module(module).GetProperty("resources");
        var all = resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray().AsEnumerable()
            : resources.EnumerateObject().Select(r => r.Value);
        return all.Where(r => !r.TryGetProperty("existing", out _));
    }

    /// <summary>The only resource of that type in a module, or the only one whose name also contains <paramref name="name"/>.</summary>
    public static JsonElement Resource(string module, string type, string name = "") => Resources(module).Single(r =>
        r.GetProperty("type").GetString() == type
        && r.GetProperty("name").GetString()!.Contains(name, StringComparison.Ordinal));

    /// <summary>A value inside an element by the names on the way to it.</summary>
    public static JsonElement At(JsonElement element, params string[] way) =>
        way.Aggregate(element, (value, name) => value.GetProperty(name));

    /// <summary>
    /// The arguments of a call in an expression of the template: <c>f('a', g(1))</c> gives <c>'a'</c> and <c>g(1)</c>.
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

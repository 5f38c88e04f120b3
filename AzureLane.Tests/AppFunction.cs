using System.Text.Json;
using RegelLoket.AzureLane.Wire;

namespace RegelLoket.AzureLane;

/// <summary>A function of the published app, as <c>functions.metadata</c> beside it tells the host.</summary>
internal sealed class AppFunction
{
    private readonly JsonElement trigger;

    private AppFunction(JsonElement function, string folder)
    {
        Metadata = new FunctionMetadata
        {
            Name = function.GetProperty("name").GetString(),
            FunctionId = function.GetProperty("name").GetString(),
            ScriptFile = function.GetProperty("scriptFile").GetString(),
            EntryPoint = function.GetProperty("entryPoint").GetString(),
            Directory = folder,
            Language = "dotnet-isolated",
        };
        foreach (var binding in function.GetProperty("bindings").EnumerateArray())
        {
            var isIn = binding.GetProperty("direction").GetString() == "In";
            Metadata.RawBindings.Add(binding.GetRawText());
            Metadata.Bindings[binding.GetProperty("name").GetString()!] = new BindingInfo { Type = binding.GetProperty("type").GetString(), Direction = isIn ? 0 : 1 };
        }

        trigger = function.GetProperty("bindings").EnumerateArray().Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
    }

    public FunctionMetadata Metadata { get; }

    public string Name => Metadata.Name;

    /// <summary><c>httpTrigger</c>, <c>queueTrigger</c>, <c>timerTrigger</c>, <c>orchestrationTrigger</c> or <c>activityTrigger</c>.</summary>
    public string TriggerType => trigger.GetProperty("type").GetString()!;

    public string TriggerName => trigger.GetProperty("name").GetString()!;

    public string Queue => trigger.GetProperty("queueName").GetString()!;

    public string Route => trigger.GetProperty("route").GetString()!;

    /// <summary>The methods that it answers; every one when it names none.</summary>
    public IReadOnlyList<string> Methods => trigger.TryGetProperty("methods", out var methods)
        ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
        : ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static IReadOnlyList<AppFunction> Load(string folder)
    {
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "functions.metadata")));
        return [.. metadata.RootElement.EnumerateArray().Select(function => new AppFunction(function.Clone(), folder))];
    }
}

using System.Text.Json;
using LocalHost.Startup;
using LocalHost.Worker.Wire;

namespace LocalHost.Hosting;

/// <summary>A function of the built app, as described by <c>functions.metadata</c> next to its assembly.</summary>
internal sealed class AppFunction
{
    private AppFunction(JsonElement function, string folder)
    {
        Metadata = new FunctionMetadata
        {
            Name = function.GetProperty("name").GetString(),
            ScriptFile = function.GetProperty("scriptFile").GetString(),
            EntryPoint = function.GetProperty("entryPoint").GetString(),
            Directory = folder,
            Language = "dotnet-isolated",
        };
        var bindings = function.GetProperty("bindings").EnumerateArray().ToList();
        foreach (var binding in bindings)
        {
            Metadata.RawBindings.Add(binding.GetRawText());
            var direction = Text(binding, "direction") == "In" ? 0 : 1;
            Metadata.Bindings[Text(binding, "name")!] = new BindingInfo { Type = Text(binding, "type"), Direction = direction };
        }

        Trigger = bindings.Single(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.Ordinal));
        Outputs = [.. bindings.Where(binding => Text(binding, "direction") == "Out").Select(binding => Text(binding, "type")!)];
        Clients = [.. bindings.Where(binding => Text(binding, "type") == "durableClient")];
    }

    /// <summary>The metadata with which the worker loads the function, including the worker's own id.</summary>
    public FunctionMetadata Metadata { get; }

    public JsonElement Trigger { get; }

    /// <summary>The types of its output bindings.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The bindings of durable clients.</summary>
    public IReadOnlyList<JsonElement> Clients { get; }

    public string Name => Metadata.Name;

    public string TriggerName => Text(Trigger, "name")!;

    public string TriggerType => Text(Trigger, "type")!;

    /// <summary>Whether the worker binds the trigger's value itself, as for a <c>QueueMessage</c>.</summary>
    public bool TriggerIsBoundInWorker => Trigger.TryGetProperty("properties", out var properties)
        && bool.TryParse(Text(properties, "supportsDeferredBinding"), out var supported) && supported;

    /// <exception cref="StartupException">The file is not what a build of an isolated app writes.</exception>
    public static IReadOnlyList<AppFunction> Load(string folder) => JsonFile.Read<IReadOnlyList<AppFunction>>(
        Path.Combine(folder, "functions.metadata"),
        functions =>
            [.. functions.EnumerateArray().Select(function => new AppFunction(function.Clone(), folder))]);

    public static string? Text(JsonElement binding, string property) =>
        binding.TryGetProperty(property, out var value) ? value.ToString() : null;

    public static bool? Flag(JsonElement binding, string property) =>
        binding.TryGetProperty(property, out var value) ? value.GetBoolean() : null;
}

using System.Diagnostics;
using System.Text.Json;

namespace RegelLoket.Tests.Infra;

/// <summary>What a Bicep file says, as <c>bicep-facts.mjs</c> reads it with a grammar of the language.</summary>
internal sealed record BicepFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<IReadOnlyDictionary<string, BicepFile>> Read = new(ReadAll);

    public required string Path { get; init; }

    public required IReadOnlyList<Place> Errors { get; init; }

    public required IReadOnlyList<Declaration> Declarations { get; init; }

    public required IReadOnlyList<Place> Identifiers { get; init; }

    public required IReadOnlyList<string> Calls { get; init; }

    /// <summary>All files of <c>infra/</c>, by their path from there.</summary>
    public static IReadOnlyDictionary<string, BicepFile> All => Read.Value;

    public IEnumerable<Declaration> Of(string kind) => Declarations.Where(d => d.Kind == kind);

    /// <summary>The only declaration of that kind and name.</summary>
    public Declaration Get(string kind, string name) => Of(kind).Single(d => d.Name == name);

    public sealed record Place(string? Name, int Line, string? Text);

    /// <param name="Kind">param, var, resource, module, output, func or loop.</param>
    /// <param name="Name">The symbol.</param>
    /// <param name="Type">The type and API version of a resource, the path of a module.</param>
    /// <param name="Parents">The resources in which this one is nested.</param>
    /// <param name="Conditional">Whether it stands behind an <c>if</c>.</param>
    /// <param name="Existing">Whether it refers to a resource that something else makes.</param>
    /// <param name="Optional">For a parameter: whether it may be left out.</param>
    /// <param name="Source">The text as it stands in the file.</param>
    /// <param name="Value">The value or body: literals as they are, an expression as an object with its text in <c>expression</c>.</param>
    public sealed record Declaration(
        string Kind, string Name, string? Type, IReadOnlyList<string> Parents, bool Conditional, bool Existing, bool Optional, string? Source, JsonElement Value)
    {
        /// <summary>A value inside the body by the names on the way to it; null when there is none.</summary>
        public JsonElement? At(params string[] way)
        {
            var value = Value;
            foreach (var name in way)
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                {
                    return null;
                }
            }

            return value;
        }
    }

    /// <summary>A literal as text; an expression as its source.</summary>
    public static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("expression", out var expression) ? expression.GetString()!
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText();

    private static Dictionary<string, BicepFile> ReadAll()
    {
        var infra = Repository.File("infra");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Repository.File("Functions.Tests/Infra/bicep-facts.mjs"));
        start.ArgumentList.Add(Repository.Root);
        foreach (var path in Directory.EnumerateFiles(infra, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            start.ArgumentList.Add(path);
        }

        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<BicepFile[]>(output, Json)!
                .ToDictionary(file => System.IO.Path.GetRelativePath(infra, file.Path).Replace('\\', '/'))
            : throw new InvalidOperationException($"The Bicep files could not be read: {errors.Result}");
    }
}

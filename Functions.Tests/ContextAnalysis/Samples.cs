using System.Text.Json;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>Reads the sample sets at the top of the repository.</summary>
internal static class Samples
{
    public static IReadOnlyList<JsonElement> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "samples", path)));
        return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
    }

    public static IEnumerable<(string Name, JsonElement Content)> ReadFolder(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root(), "samples", folder), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), JsonDocument.Parse(File.ReadAllText(file)).RootElement.Clone()));

    public static string Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.GetString() ?? "" : "";

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RegelLoket.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}

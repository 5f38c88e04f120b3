using System.Text.Json;
using System.Text.Json.Serialization;
using RegelLoket.Intake;
using RegelLoket.Web;

namespace RegelLoket.Demo;

/// <summary>A report with what analysts and ministries did with it: a file in <c>samples/meldingen</c> or <c>samples/demo</c>.</summary>
internal sealed record DemoSample(string Name, ReportRequest Report, DemoAnalysis? Analysis)
{
    private static readonly string[] Folders = ["meldingen", "demo"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { TypeInfoResolver = ReportTextsJson.Resolver };

    /// <summary>Returns a sample by the name of its file.</summary>
    public static DemoSample Of(string name)
    {
        var text = File.ReadAllText(Folders.Select(folder => Path.Combine(AppContext.BaseDirectory, folder, $"{name}.json"))
            .FirstOrDefault(File.Exists) ?? throw new FileNotFoundException($"There is no sample '{name}'."));
        return new DemoSample(
            name, JsonSerializer.Deserialize<ReportRequest>(text, Json)!, JsonSerializer.Deserialize<DemoFile>(text, Json)!.Analysis);
    }

    /// <summary>What a folder of <c>samples</c> holds beside the reports, by the name of the report that it belongs to.</summary>
    public static IEnumerable<(string Name, T Content)> Beside<T>(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), JsonSerializer.Deserialize<T>(File.ReadAllText(file), Json)!));

    private sealed record DemoFile([property: JsonPropertyName("analyse")] DemoAnalysis? Analysis);
}

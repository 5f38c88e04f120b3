using System.Text.Json;
using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Experiments;
using RegelLoket.Intake;
using RegelLoket.Web;

namespace RegelLoket.Demo;

/// <summary>One report of <c>samples/meldingen</c>, with what analysts and ministries did with it.</summary>
internal sealed record DemoSample(string Name, ReportRequest Report, DemoAnalysis Analysis)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { TypeInfoResolver = ReportTextsJson.Resolver };

    /// <summary>All samples beside this program, in the order of their names.</summary>
    public static IEnumerable<DemoSample> All() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "meldingen"), "*.json").Order(StringComparer.Ordinal).Select(Read);

    /// <summary>What a folder of <c>samples</c> holds beside the reports, by the name of the report that it belongs to.</summary>
    public static IEnumerable<(string Name, T Content)> Beside<T>(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), JsonSerializer.Deserialize<T>(File.ReadAllText(file), Json)!));

    private static DemoSample Read(string file)
    {
        var text = File.ReadAllText(file);
        return new DemoSample(
            Path.GetFileNameWithoutExtension(file),
            JsonSerializer.Deserialize<ReportRequest>(text, Json)!,
            JsonSerializer.Deserialize<DemoFile>(text, Json)!.Analysis);
    }

    private sealed record DemoFile([property: JsonPropertyName("analyse")] DemoAnalysis Analysis);
}

/// <summary>The analysis of a sample.</summary>
internal sealed record DemoAnalysis
{
    [JsonPropertyName("bron")]
    public required string Source { get; init; }

    [JsonPropertyName("regels")]
    public required IReadOnlyList<DemoRule> Rules { get; init; }

    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<string> Ministries { get; init; }

    [JsonPropertyName("uitvoerder")]
    public string? ExecutiveBody { get; init; }

    [JsonPropertyName("probleemstelling")]
    public required string Statement { get; init; }

    [JsonPropertyName("vragen")]
    public IReadOnlyDictionary<string, string> Questions { get; init; } = new Dictionary<string, string>();

    [JsonPropertyName("antwoorden")]
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    [JsonPropertyName("uitkomst")]
    public required OutcomeKind Outcome { get; init; }

    [JsonPropertyName("tekstVoorMelder")]
    public required string ReporterText { get; init; }

    [JsonPropertyName("publicatie")]
    public required DemoPublication Publication { get; init; }
}

/// <summary>What the public reads of a sample.</summary>
internal sealed record DemoPublication(
    [property: JsonPropertyName("titel")] string Title, [property: JsonPropertyName("probleem")]
        string Problem, [property: JsonPropertyName("antwoord")] string Answer)
{
    /// <summary>The front-runner initiative that it belongs to, by its id in the library.</summary>
    [JsonPropertyName("koploper")]
    public string? FrontRunner { get; init; }
}

/// <summary>A rule of a sample.</summary>
internal sealed record DemoRule(
    [property: JsonPropertyName("bwbId")] string? Id, [property: JsonPropertyName("citeertitel")]
        string CitationTitle, [property: JsonPropertyName("artikel")] string? Article)
{
    /// <summary>The id in the Basiswettenbestand; rules outside it (a cao, a publication in the Staatscourant) have none.</summary>
    [JsonIgnore]
    public string? BwbId => Id is not null && Id.StartsWith("BWB", StringComparison.Ordinal) ? Id : null;
}

/// <summary>An experiment of a sample, as far as it went.</summary>
internal sealed record DemoExperiment(
    [property: JsonPropertyName("experiment")] ExperimentRequest Start, [property: JsonPropertyName("stappen")]
        IReadOnlyList<ExperimentNoteRequest> Notes,
    [property: JsonPropertyName("metingen")] IReadOnlyList<ExperimentMeasureRequest> Measures, [property: JsonPropertyName("afsluiting")]
        ExperimentEndRequest? End, [property: JsonPropertyName("tekst")] ExperimentTextRequest? Text);

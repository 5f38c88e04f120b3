using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Library.Items;

namespace Bench.Measures;

/// <summary>
/// The library's page, its search, the page of a law and an answer as a PDF, over HTTP with 5,000 items, one visitor after the other.
/// </summary>
internal sealed class LibraryMeasure : IMeasure
{
    private const int Items = 5_000;
    private const int Visits = 300;
    private const int Laws = 60;

    private static readonly string[] Words =
    [
        "stage", "uitkering", "scholing", "rooster", "insuline", "verzorgende", "diploma", "zij-instromer", "medicatie", "contract",
        "vergoeding", "registratie", "taaleis", "nachtdienst",
        "leerbedrijf", "bbl", "subsidie", "toeslag", "uren", "bevoegd", "dossier", "keuring", "toezicht", "aanbesteding", "vrijwilliger",
        "mantelzorg", "cao", "inspectie", "gemeente", "werkgever",
    ];

    private static readonly string[] Searches =
        ["insuline prikken", "stage vergoeding", "uitkering en scholing", "rooster nachtdienst", "diploma registratie verzorgende",
            "wie is bevoegd", "bbl uren op school", "zorg"];

    private static readonly string[] Filters = ["", "?thema=gezond-werken", "?branche=ouderenzorg&uitkomst=het-kan-al",
        "?ministerie=szw&pagina=3", "?pagina=200"];

    public string Name => "library";

    public string Description => "library page, search, page of a law and PDF of an answer over HTTP with 5,000 items";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("library page, 5,000 items, p95", "ms", Goal.AtMost, 60),
        new("library search, 5,000 items, p95", "ms", Goal.AtMost, 50),
        new("page of a law, 5,000 items, p95", "ms", Goal.AtMost, 80),
        new("answer as a PDF on one A4, p95", "ms", Goal.AtMost, 300),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await SeedAsync(azurite);
        await using var desk = await DeskProcess.StartNewAsync(azurite);
        var pages = Filters.Select(filter => $"/bibliotheek{filter}").ToList();
        var searches = Searches.Select(search => $"/bibliotheek?zoek={Uri.EscapeDataString(search)}").ToList();
        await VisitAsync(desk, pages, 50);
        await VisitAsync(desk, searches, 50);
        var laws = Enumerable.Range(0, Laws).Select(i => $"/bibliotheek/wetten/{LawOf(i)}").ToList();
        var files = Enumerable.Range(0, Laws).Select(i => $"/bibliotheek/gemeten-{i}/op-papier.pdf").ToList();
        await VisitAsync(desk, laws, 50);
        await VisitAsync(desk, files, 50);
        return [Statistics.Percentile(await VisitAsync(desk, pages, Visits), 95),
            Statistics.Percentile(await VisitAsync(desk, searches, Visits), 95),
            Statistics.Percentile(await VisitAsync(desk, laws, Visits), 95),
            Statistics.Percentile(await VisitAsync(desk, files, Visits), 95)];
    }

    internal static async Task<IReadOnlyList<double>> VisitAsync(DeskProcess desk, List<string> addresses, int visits)
    {
        var latencies = new double[visits];
        for (var i = 0; i < visits; i++)
        {
            var watch = Stopwatch.StartNew();
            await desk.Client.OpenAsync(addresses[i % addresses.Count]);
            latencies[i] = watch.Elapsed.TotalMilliseconds;
        }

        return latencies;
    }

    private static async Task SeedAsync(Azurite azurite)
    {
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(LibraryStore.Container);
        await container.CreateIfNotExistsAsync();
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        await Parallel.ForAsync(0, Items, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellation) =>
            await container.GetBlobClient($"items/gemeten-{i}")
                .UploadAsync(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes<LibraryItem>(ItemOf(i), json)), overwrite: true,
                cancellation));
    }

    private static string LawOf(int law) => $"BWBR{law.ToString("D7", CultureInfo.InvariantCulture)}";

    private static Factsheet ItemOf(int i)
    {
        var random = new Random(i);
        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
        var outcomes = EnumNames.All<OutcomeKind>();
        return new Factsheet
        {
            Id = $"gemeten-{i}",
            Title = $"Mag {Text(3)} in geval {i.ToString(CultureInfo.InvariantCulture)}?",
            Problem = Text(60),
            RuleSays = Text(80),
            WhatYouMay = Text(60),
            Outcome = outcomes[i % (outcomes.Count - 1)],
            Themes = [EnumNames.All<Theme>()[i % EnumNames.All<Theme>().Count]],
            Branches = [EnumNames.All<Branche>()[i % EnumNames.All<Branche>().Count]],
            Ministries = [EnumNames.All<Ministry>()[i % 3]],
            Rules = [new PublicRule { BwbId = LawOf(i % Laws),
                CitationTitle = $"Regeling {i % Laws}", CheckedOn = new DateOnly(2026, 1, 1) }],
            ReviewBefore = new DateOnly(2027, 1, 1),
            PublishedAt = DateTimeOffset.UnixEpoch.AddDays(i),
            ModifiedAt = DateTimeOffset.UnixEpoch.AddDays(i),
        };
    }
}

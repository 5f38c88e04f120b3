using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using LocalHost.Startup;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace Bench;

/// <summary>
/// Cases of every kind written straight into storage, each as the app would have: private part, stream with its row, marker when open.
/// </summary>
internal sealed class SeededCases(Azurite azurite)
{
    /// <summary>The colleague who handles a third of them.</summary>
    public const string Handler = "Ans Analist";

    private const int WritersAtOnce = 24;

    private readonly BlobServiceClient blobs = new(azurite.ConnectionString);
    private readonly IReadOnlyList<JsonElement> samples = Read();

    public async Task<IReadOnlyList<CaseNumber>> WriteAsync(int open, int closed)
    {
        foreach (var container in new[] { CaseStore.StreamContainer, CaseStore.PrivateContainer, CaseIndex.OpenContainer })
        {
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }

        var numbers = new HashSet<CaseNumber>();
        while (numbers.Count < open + closed)
        {
            numbers.Add(CaseNumber.New(2026));
        }

        var all = numbers.ToList();
        await Parallel.ForAsync(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = WritersAtOnce }, async (i, _) =>
            await WriteAsync(all[i], i, isOpen: i < open));
        return all[..open];
    }

    private async Task WriteAsync(CaseNumber number, int place, bool isOpen)
    {
        var file = Case(number, place, isOpen, out var stream);
        var row = CaseRow.Of(file).ToMetadata();
        var blob = blobs.GetBlobContainerClient(CaseStore.StreamContainer).GetAppendBlobClient(CaseStore.BlobName(number));
        await blobs.GetBlobContainerClient(CaseStore.PrivateContainer).GetBlobClient(number.Value).UploadAsync(
            new BinaryData(JsonSerializer.SerializeToUtf8Bytes(file.Private, CaseJson.Default.PrivateCase)));
        await blob.CreateAsync(new AppendBlobCreateOptions { Metadata = row });
        using var content = new MemoryStream(stream);
        await blob.AppendBlockAsync(content);
        if (isOpen)
        {
            await blobs.GetBlobContainerClient(CaseIndex.OpenContainer).GetBlobClient(number.Value).UploadAsync(
                BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), new BlobUploadOptions { Metadata = row });
        }
    }

    private CaseFile Case(CaseNumber number, int place, bool isOpen, out byte[] stream)
    {
        var at = TimeProvider.System.GetUtcNow().AddDays(-(place % (isOpen ? 60 : 700)) - 1);
        var due = WorkingDays.DayOf(at).AddDays(70);
        var ministries = EnumNames.All<Ministry>();
        var analyst = new Actor(ActorRole.Analyst, place % 3 == 0 ? Handler : "Bo Tweede");
        List<(Actor By, CaseChange What, IReadOnlyDictionary<string, string> Texts)> changes =
        [
            (Actor.Reporter, new CaseReported
            {
                Channel = ReportChannel.Demo, Branche = EnumNames.All<Branche>()[place % EnumNames.All<Branche>().Count],
                Themes = [EnumNames.All<Theme>()[place % EnumNames.All<Theme>().Count]],
                Anonymous = false, FollowCodeHash = new string('0', 64), DueOn = due,
            }, Report(place)),
        ];
        if (!isOpen || place % 5 != 0)
        {
            changes.Add((analyst, new CaseAssigned { From = null, To = analyst.Name }, new Dictionary<string, string>()));
            changes.Add((analyst, new ContextAnalysed
            {
                Source = RuleSource.Wet,
                Rules = [new RuleReference("BWBR0004045", "Werkloosheidswet", "76", WorkingDays.DayOf(at))],
                Ministries = [ministries[place % ministries.Count]],
                ExecutiveBody = "uwv",
                DueOn = due,
            }, new Dictionary<string, string>
            {
                [TextNames.Explanation] = "UWV mag scholing toestaan die nodig is voor werk; "
                + "dat staat er met zoveel woorden."
            }));
        }

        if (!isOpen)
        {
            changes.Add((analyst, new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = due },
                new Dictionary<string, string>
                {
                    [TextNames.ReporterText] = "Dit mag al. Vraag het aan bij UWV voor de "
                    + "opleiding begint.",
                    [TextNames.Reason] = "Bevestigd door UWV."
                }));
            changes.Add((Actor.System, new CaseClosed(), new Dictionary<string, string>()));
            // Their course is run: a case whose last question is still to be asked has a workflow that waits for its day.
            changes.Add((Actor.System, new EffectAsked(EffectMoment.SixMonths), new Dictionary<string, string>()));
        }

        return Written(number, at, changes, out stream);
    }

    private static CaseFile Written(CaseNumber number, DateTimeOffset at,
        List<(Actor By, CaseChange What, IReadOnlyDictionary<string, string> Texts)> changes, out byte[] stream)
    {
        using var written = new MemoryStream();
        var (state, head, privateCase) = (new CaseState { Number = number }, EventLine.StartOfChain(number),
            new PrivateCase { ReportKey = number.Value });
        var events = new List<CaseEvent>();
        foreach (var (by, what, texts) in changes)
        {
            var kept = texts.ToDictionary(text => text.Key, text => PrivateText.Of(text.Value));
            var e = new CaseEvent
            {
                Number = events.Count + 1,
                At = at.AddMinutes(events.Count),
                By = by,
                What = what,
                Texts = kept.Count == 0 ? null
                    : kept.ToDictionary(text => text.Key, text => text.Value.Hash()),
            };
            var (line, hash) = EventLine.Write(e, head);
            (head, privateCase) = (hash, kept.Count == 0 ? privateCase : privateCase.With(e.Number, kept));
            events.Add(e with { Hash = hash });
            state = state.After(events[^1]);
            written.Write(line);
        }

        stream = written.ToArray();
        return new CaseFile { State = state, Events = events, Private = privateCase, Position = stream.Length, PrivateTag = null };
    }

    /// <summary>Texts of the samples, mixed, so that no two cases read alike.</summary>
    private Dictionary<string, string> Report(int place)
    {
        string Field(int sample, string name) => samples[sample % samples.Count].TryGetProperty(name, out var text)
            ? text.GetString() ?? "" : "";
        return new Dictionary<string, string>
        {
            [TextNames.Title] = Field(place, "titel"),
            [TextNames.Description] = Field(place + (place / samples.Count), "omschrijving"),
            [TextNames.Obstacle] = Field(place * 3, "belemmering"),
            [TextNames.Wish] = Field(place * 5, "wens"),
        };
    }

    private static IReadOnlyList<JsonElement> Read() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "samples", "meldingen"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file))),
    ];
}

using System.Diagnostics;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace Bench.Measures;

/// <summary>
/// The nightly run over 10,000 cases that have ended, each time by an app that has just started and read none of them yet: first a busy
/// night
/// with 1,000 reporters to erase, then a night with all the others, which only happens when a term is made shorter.
/// </summary>
internal sealed class RetentionMeasure : IMeasure
{
    private const int Cases = 10_000;
    private const int DueTonight = 1_000;
    private const int AtOnce = 24;
    private const int ShorterTerm = 300;

    private static readonly TimeSpan PastTheTerm = TimeSpan.FromDays(400);
    private static readonly TimeSpan WithinTheTerm = TimeSpan.FromDays(330);

    public string Name => "retention";

    public string Description => "the nightly run over 10,000 cases, with 1,000 and with 9,000 to erase";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("nightly run, 10,000 cases, 1,000 to erase", "s", Goal.AtMost, 60),
        new("nightly run, 10,000 cases, 9,000 to erase", "s", Goal.AtMost, 60),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using (await DeskProcess.StartNewAsync(azurite))
        {
            var now = TimeProvider.System.GetUtcNow();
            await SeedAsync(azurite, DueTonight, now - PastTheTerm);
            await SeedAsync(azurite, Cases - DueTonight, now - WithinTheTerm);
        }

        return [await NightAsync(azurite, DueTonight),
            await NightAsync(azurite, Cases - DueTonight, $"--Retention:ReporterDays={ShorterTerm}")];
    }

    private static async Task<double> NightAsync(Azurite azurite, int due, params string[] settings)
    {
        await using var desk = await DeskProcess.StartNewAsync(azurite, settings);
        var watch = Stopwatch.StartNew();
        var certificate = await desk.Client.SendAsync(HttpMethod.Post, "/v1/bewaarronden", new { proef = false },
            analyst: "Co Coördinator");
        watch.Stop();
        var erased = certificate.GetProperty("zaken").GetArrayLength();
        return erased == due ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"The run erased {erased} cases and not {due}.");
    }

    /// <summary>Reports that were withdrawn at once, at a moment in the past.</summary>
    private static async Task SeedAsync(Azurite azurite, int count, DateTimeOffset moment)
    {
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        var store = new CaseStore(blobs, new StandingClock(moment));
        var index = new CaseIndex(blobs, store, NullLogger<CaseIndex>.Instance);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancellation) =>
        {
            CaseFile? file;
            do
            {
                file = await store.CreateAsync(CaseNumber.New(moment.Year), Reported(i, moment), Contact(i), cancellation);
            }
            while (file is null);

            var ended = await store.AppendAsync(file, new NewEvent(Actor.Reporter, new CaseWithdrawn()), changePrivate: null, cancellation);
            await index.WriteAsync(ended!, cancellation);
        });
    }

    internal static NewEvent Reported(int i, DateTimeOffset moment) => new(Actor.Reporter, new CaseReported
    {
        Channel = ReportChannel.Form,
        Branche = Branche.Ouderenzorg,
        Themes = [Theme.WerkenNaarTalent],
        Anonymous = false,
        FollowCodeHash = FollowCode.New().Hash(),
        DueOn = WorkingDays.DayOf(moment).AddDays(14),
    })
    {
        Texts = new Dictionary<string, string>
        {
            [TextNames.Title] = $"Melding {i}",
            [TextNames.Description] = "We willen zij-instromers opleiden.",
            [TextNames.Obstacle] = "De uitkering stopt."
        },
    };

    internal static PrivateCase Contact(int i) => new()
    {
        ReportKey = $"seed-{i}",
        Reporter = new ReporterContact
        {
            Name = $"Melder {i}",
            Email = EmailAddress.TryParse($"melder{i}@zorg.example", out var email)
            ? email : null
        },
    };

    private sealed class StandingClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}

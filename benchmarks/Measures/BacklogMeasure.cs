using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace Bench.Measures;

/// <summary>
/// A queue of mails that could not leave for long: whether it drains in the order in which the mails were planned, and how soon a new
/// report gets its mail meanwhile.
/// </summary>
internal sealed class BacklogMeasure(bool isShort) : IMeasure
{
    // Mails that are sent at the same time may change places, and no more.
    private const int Places = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(5);

    public string Name => "backlog";

    public string Description => "a queue of 5,000 mails that drains, and the mail of a new report meanwhile";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new($"mails overtaken by one planned {Places} places later", "mails", Goal.AtMost, 0),
        new("report to mail while the queue drains, p95", "s", Goal.AtMost, 5),
        new("mails a second while the queue drains", "per second", Goal.AtLeast, 5),
    ];

    private int Waiting => isShort ? 500 : 5_000;

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using (await DeskProcess.StartNewAsync(azurite))
        {
            // It made the containers and queues.
        }

        var places = await PlanAsync(azurite);
        await using var desk = await DeskProcess.StartNewAsync(
            azurite, [.. AppTimers.Off(DeskProcess.BuiltApp), .. DeskProcess.FastPolling]);
        using var mails = new MailWatch(azurite.ConnectionString);
        var began = Stopwatch.GetTimestamp();
        List<double> waits = [];
        IReadOnlyCollection<DeskMail> sent;
        do
        {
            var watch = Stopwatch.StartNew();
            var number = (await desk.Client.ReportAsync()).GetProperty("zaaknummer").GetString()!;
            await mails.OfCaseAsync(number, 1, Patience);
            waits.Add(watch.Elapsed.TotalSeconds);
            await Task.Delay(BetweenReports);
            sent = await mails.AllAsync();
        }
        while (sent.Count < Waiting + waits.Count && Stopwatch.GetElapsedTime(began) < Patience);

        var order = sent.Where(mail => places.ContainsKey(mail.Case)).OrderBy(mail => mail.SentAt)
            .Select(mail => places[mail.Case]).ToList();
        if (order.Count != Waiting)
        {
            throw new InvalidOperationException($"Of {Waiting} mails {order.Count} left.");
        }

        var seconds = (sent.Max(mail => mail.SentAt) - sent.Min(mail => mail.SentAt)).TotalSeconds;
        return [Overtaken(order), Statistics.Percentile(waits, 95), Waiting / seconds];
    }

    /// <summary>How many mails left after one that was planned so many places later.</summary>
    private static int Overtaken(List<int> order)
    {
        var (count, furthest) = (0, 0);
        foreach (var place in order)
        {
            furthest = Math.Max(furthest, place);
            count += furthest - place >= Places ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// A mail of that many cases, planned one after the other; the place of each case. It is of a kind without a code, whose secret only
    /// the app itself can protect.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, int>> PlanAsync(Azurite azurite)
    {
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        var queues = new QueueServiceClient(azurite.ConnectionString, new() { MessageEncoding = QueueMessageEncoding.Base64 });
        using var store = new CaseStore(blobs, TimeProvider.System);
        var outbox = new Outbox(blobs, queues, TimeProvider.System);
        var places = new Dictionary<string, int>();
        while (places.Count < Waiting)
        {
            var file = await store.CreateAsync(
                CaseNumber.New(2026), RetentionMeasure.Reported(places.Count, TimeProvider.System.GetUtcNow()),
                RetentionMeasure.Contact(places.Count), CancellationToken.None);
            if (file is not null)
            {
                await outbox.PlanAsync(new PlannedMail
                {
                    Case = file.Number,
                    Key = "unanswered.1",
                    Kind = MailKind.ClosedUnanswered,
                    To = Recipient.Reporter,
                    Event = 1,
                }, CancellationToken.None);
                places[file.Number.Value] = places.Count;
            }
        }

        return places;
    }
}

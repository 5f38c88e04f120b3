using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace Bench.Chaos;

/// <summary>What a chaos run is to do.</summary>
internal sealed record ChaosPlan(int Kills, int StorageRestarts, int CasesAtOnce);

/// <summary>What a chaos run found; every case is compared with one that nothing disturbed.</summary>
internal sealed record ChaosReport
{
    public required int Kills { get; init; }

    public required int StorageRestarts { get; init; }

    public required int FaultsInjected { get; init; }

    public required int Cases { get; init; }

    public required int NotEnded { get; init; }

    public required int EventsLost { get; init; }

    public required int EventsDoubled { get; init; }

    public required int MailsLost { get; init; }

    public required int MailsDoubled { get; init; }

    /// <summary>Mails of which two crashes left unknown whether they went: the desk asks a coordinator, who has them sent again.</summary>
    public required int MailsLeftToPerson { get; init; }

    /// <summary>What was lost or doubled, each kind with its number; empty when nothing was.</summary>
    public required string Differences { get; init; }

    public required string Chains { get; init; }

    public required bool ChainsHold { get; init; }

    public required double RestartMedian { get; init; }

    public bool IsGood => NotEnded == 0 && EventsLost == 0 && EventsDoubled == 0 && MailsLost == 0 && MailsDoubled <= Kills && ChainsHold;
}

/// <summary>
/// Cases over HTTP from report to closing, by clients that ask again, while the desk is killed at random, its storage is stopped and
/// started, and some of its storage requests fail. In the end each case must hold the events and mails of the undisturbed one.
/// </summary>
internal static class ChaosRun
{
    private const double ShareOfFaults = 0.02;
    private const string Again = ".opnieuw-";

    // A message that a killed desk was working on is hidden for a minute.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly string[] Unfinished = ["Running", "Pending", "Failed", "Terminated", "Suspended"];
    private static readonly string[] Details = ["kind", "state", "ministry"];

    public static async Task<ChaosReport> RunAsync(ChaosPlan plan, Action<string> tell)
    {
        await using var azurite = await Azurite.StartNewAsync();
        await using var storage = await StorageProxy.StartAsync(azurite);
        await using var desk = new DeskProcess(storage.ConnectionString, app: null, DeskProcess.FastPolling);
        await desk.StartAsync();
        using var client = new DeskClient(desk.Address, isPatient: true);
        using var mails = new MailWatch(azurite.ConnectionString);

        var model = new CaseJourney(client);
        await model.ToOutcomeAsync(mails.TextWithAsync);
        await Task.Delay(Settled);
        tell($"{model.Number} came to its outcome undisturbed");
        storage.ShareOfFaults = ShareOfFaults;

        var numbers = new ConcurrentBag<string>();
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, plan.CasesAtOnce).Select(_ => LoadAsync(client, mails, numbers, enough.Token)).ToList();
        using var settled = new CancellationTokenSource();
        var leftToPerson = new ConcurrentDictionary<(string Case, string Key), bool>();
        var coordinator = CoordinateAsync(client, azurite.ConnectionString, leftToPerson, settled.Token);
        var restarts = await KillAsync(plan, desk, azurite, numbers, tell);
        await enough.CancelAsync();
        await Task.WhenAll(load);
        tell($"{numbers.Count} cases came to their outcome; now a year passes");
        storage.ShareOfFaults = 0;
        // After a year the desk has erased the mails of today: the night looks at the clock too.
        await Task.Delay(Hidden);
        await mails.AllAsync();
        var notEnded = await EndAsync(client);

        var (mailsLost, mailsDoubled) = await MailsAsync(azurite.ConnectionString, mails, model.Number, numbers);
        var (eventsLost, eventsDoubled) = Compare(await EventsAsync(azurite.ConnectionString), model.Number, numbers);
        for (var attempt = 0; attempt < 60 && mailsLost.Count + eventsLost.Count > 0; attempt++)
        {
            // The last ones may still be on their way, and the desk looks for what is overdue every ten minutes of its clock.
            await client.SendAsync(HttpMethod.Post, "/lokaal/klok", new { vooruit = "00:10:00" });
            await Task.Delay(1000);
            (mailsLost, mailsDoubled) = await MailsAsync(azurite.ConnectionString, mails, model.Number, numbers);
            (eventsLost, eventsDoubled) = Compare(await EventsAsync(azurite.ConnectionString), model.Number, numbers);
        }

        await settled.CancelAsync();
        await coordinator;
        await desk.KillAsync();
        var (allHold, said) = await desk.VerifyAsync();
        return new ChaosReport
        {
            Kills = plan.Kills,
            StorageRestarts = restarts,
            FaultsInjected = storage.Injected,
            Cases = numbers.Count,
            NotEnded = notEnded,
            EventsLost = eventsLost.Count,
            EventsDoubled = eventsDoubled.Count,
            MailsLost = mailsLost.Count,
            MailsDoubled = mailsDoubled.Count,
            MailsLeftToPerson = leftToPerson.Count,
            Differences = string.Join(", ", Kinds("lost", eventsLost.Concat(mailsLost)).Concat(Kinds("doubled", eventsDoubled.Concat(mailsDoubled)))),
            Chains = said,
            ChainsHold = allHold,
            RestartMedian = Statistics.Median(desk.ReadyAfter),
        };
    }

    /// <summary>Holds what each case has against what the model case has, kind by kind.</summary>
    private static (List<string> Lost, List<string> Doubled) Compare(ILookup<string, string> found, string model, IReadOnlyCollection<string> cases)
    {
        var wanted = found[model].CountBy(kind => kind).ToDictionary();
        List<string> lost = [];
        List<string> doubled = [];
        foreach (var kinds in cases.Select(number => found[number].CountBy(kind => kind).ToDictionary()))
        {
            lost.AddRange(wanted.SelectMany(kind => Enumerable.Repeat(kind.Key, Math.Max(0, kind.Value - kinds.GetValueOrDefault(kind.Key)))));
            doubled.AddRange(kinds.SelectMany(kind => Enumerable.Repeat(kind.Key, Math.Max(0, kind.Value - wanted.GetValueOrDefault(kind.Key)))));
        }

        return (lost, doubled);
    }

    private static IEnumerable<string> Kinds(string what, IEnumerable<string> found) => found.CountBy(kind => kind).Select(kind => $"{kind.Key} {what} {kind.Value}x");

    /// <summary>
    /// Lost is a mail that the model case got and another never planned, and one that was planned and neither came nor was found to be
    /// needless; doubled is one that came more than once.
    /// </summary>
    private static async Task<(List<string> Lost, List<string> Doubled)> MailsAsync(
        string connectionString, MailWatch mails, string model, IReadOnlyCollection<string> cases)
    {
        var planned = await OutboxAsync(connectionString);
        var (lost, _) = Compare(planned.ToLookup(mail => mail.Case, mail => Kind(mail.Key)), model, cases);
        var came = (await mails.AllAsync()).CountBy(mail => (mail.Case, mail.Key)).ToDictionary();
        var sentAgain = planned.Where(mail => mail.Key.Contains(Again, StringComparison.Ordinal)).Select(mail => (mail.Case, mail.Key.Split(Again)[0])).ToHashSet();
        lost.AddRange(planned.Where(mail => mail.State != "vervallen" && !sentAgain.Contains((mail.Case, mail.Key.Split(Again)[0])) && !came.ContainsKey((mail.Case, mail.Key))).Select(mail => $"{Kind(mail.Key)} ({mail.State})"));
        return (lost, [.. came.SelectMany(mail => Enumerable.Repeat(Kind(mail.Key.Key), mail.Value - 1))]);
    }

    // A key ends on the number of the event that it follows from, which differs where two things happened in another order.
    private static string Kind(string key) => "mail " + key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static async Task<List<(string Case, string Key, string State, string Kind, string Ministry)>> OutboxAsync(string connectionString)
    {
        List<(string Case, string Key, string State, string Kind, string Ministry)> found = [];
        var outbox = new BlobContainerClient(connectionString, "outbox");
        await foreach (var blob in outbox.GetBlobsAsync())
        {
            var (number, key) = blob.Name.Split('/', 2) is [var first, var second] ? (first, second) : (blob.Name, "");
            var entry = JsonSerializer.Deserialize<JsonElement>((await outbox.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
            var mail = entry.GetProperty("mail");
            var ministry = mail.TryGetProperty("ministry", out var about) || mail.GetProperty("to").TryGetProperty("ministry", out about) ? about.GetString()! : "";
            found.Add((number, key, entry.GetProperty("state").GetString()!, mail.GetProperty("kind").GetString()!, ministry));
        }

        return found;
    }

    private static async Task<int> KillAsync(ChaosPlan plan, DeskProcess desk, Azurite azurite, ConcurrentBag<string> numbers, Action<string> tell)
    {
        var restarts = 0;
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
#pragma warning disable CA5394 // Chance, not a secret.
            await Task.Delay(Random.Shared.Next(500, 10_000));
#pragma warning restore CA5394
            var storageToo = restarts < plan.StorageRestarts * kill / plan.Kills;
            if (storageToo && kill % 2 == 0)
            {
                // First the storage, so that the desk lives through its absence; then both are away.
                await azurite.StopAsync();
                await Task.Delay(300);
            }

            await desk.KillAsync();
            if (storageToo)
            {
                await azurite.StopAsync();
                await azurite.StartAsync();
                restarts++;
            }

            while (!await desk.TryStartAsync())
            {
                // It gave up because the storage failed just then.
            }

            if (kill % 20 == 0 || kill == plan.Kills)
            {
                tell($"{kill} kills, {restarts} restarts of the storage, {numbers.Count} cases came to their outcome");
            }
        }

        return restarts;
    }

    private static async Task LoadAsync(DeskClient client, MailWatch mails, ConcurrentBag<string> numbers, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var journey = new CaseJourney(client);
            await journey.ToOutcomeAsync(mails.TextWithAsync);
            numbers.Add(journey.Number);
        }
    }

    /// <summary>What the desk leaves to a person, a coordinator does: have the mail sent again.</summary>
    private static async Task CoordinateAsync(DeskClient client, string connectionString, ConcurrentDictionary<(string Case, string Key), bool> done, CancellationToken settled)
    {
        while (!settled.IsCancellationRequested)
        {
            await Task.Delay(2000, settled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                foreach (var mail in (await OutboxAsync(connectionString)).Where(mail => mail.State == "mislukt" && !done.ContainsKey((mail.Case, mail.Key))))
                {
                    var page = $"/werkbank/zaken/{mail.Case}";
                    if (await client.TrySendFormAsync(page, $"{page}/mails", "Coco", "mail", mail.Key))
                    {
                        done[(mail.Case, mail.Key)] = true;
                    }
                }
            }
            catch (Exception away) when (away is Azure.RequestFailedException or AggregateException)
            {
                // The storage is being restarted.
            }
        }
    }

    /// <summary>Lets the terms after the outcome pass and waits until no workflow runs any more; how many still do when patience ends.</summary>
    private static async Task<int> EndAsync(DeskClient client)
    {
        await client.SendAsync(HttpMethod.Post, "/lokaal/klok", new { vooruit = "400.00:00:00" });
        var began = TimeProvider.System.GetTimestamp();
        var running = -1;
        while (running != 0 && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(1000);
            running = 0;
            foreach (var status in Unfinished)
            {
                running += (await client.SendAsync(HttpMethod.Get, $"/lokaal/orkestraties?status={status}")).GetArrayLength();
            }
        }

        return running;
    }

    private static async Task<ILookup<string, string>> EventsAsync(string connectionString)
    {
        List<(string Case, string Kind)> found = [];
        var streams = new BlobContainerClient(connectionString, "cases");
        await foreach (var blob in streams.GetBlobsAsync())
        {
            var text = (await streams.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var entry = JsonDocument.Parse(line);
                var what = entry.RootElement.GetProperty("what");
                var detail = string.Join(' ', Details.Select(name => what.TryGetProperty(name, out var value) ? value.ToString() : "").Where(text => text.Length > 0));
                found.Add((blob.Name[(blob.Name.LastIndexOf('/') + 1)..], $"event {what.GetProperty("type").GetString()} {detail}".TrimEnd()));
            }
        }

        // A mail that had become needless when it was sent again, since the ministry had answered the first one, leaves no proof of sending.
        found.AddRange((await OutboxAsync(connectionString)).Where(mail => mail.State == "vervallen").Select(mail => (mail.Case, $"event mailRecorded {mail.Kind} verzonden {mail.Ministry}".TrimEnd())));

        // The suggestion is made only while nobody has analysed the case; who is first is chance. That a mail was left to a person is no fault.
        return found.Where(entry => !entry.Kind.StartsWith("event contextSuggested", StringComparison.Ordinal)
            && !entry.Kind.Contains(" mislukt", StringComparison.Ordinal) && !entry.Kind.StartsWith("event mailRecorded post", StringComparison.Ordinal)).ToLookup(entry => entry.Case, entry => entry.Kind);
    }
}

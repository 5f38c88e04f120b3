using System.Collections.Concurrent;

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

    /// <summary>The workflows that still ran, each with its status.</summary>
    public required IReadOnlyList<string> NotEnded { get; init; }

    public required IReadOnlyList<string> EventsLost { get; init; }

    public required IReadOnlyList<string> EventsDoubled { get; init; }

    public required IReadOnlyList<string> MailsLost { get; init; }

    public required IReadOnlyList<string> MailsDoubled { get; init; }

    /// <summary>Mails of which two crashes left unknown whether they went: the desk asks a coordinator, who has them sent again.</summary>
    public required int MailsLeftToPerson { get; init; }

    public required string Chains { get; init; }

    public required bool ChainsHold { get; init; }

    public required double RestartMedian { get; init; }

    /// <summary>What was lost or doubled, each kind with its number; empty when nothing was.</summary>
    public string Differences => string.Join(
        ", ", Kinds("lost", EventsLost.Concat(MailsLost)).Concat(Kinds("doubled", EventsDoubled.Concat(MailsDoubled))));

    public bool IsGood => NotEnded.Count == 0 && EventsLost.Count == 0 && EventsDoubled.Count == 0 && MailsLost.Count == 0
        && MailsDoubled.Count <= Kills && ChainsHold;

    private static IEnumerable<string> Kinds(string what, IEnumerable<string> found) =>
        found.CountBy(kind => kind).Select(kind => $"{kind.Key} {what} {kind.Value}x");
}

/// <summary>
/// Cases over HTTP from report to closing, by clients that ask again, while the host, the worker or both are killed at random, the storage
/// is stopped and started, and some of its requests fail. In the end each case must hold the events and mails of the undisturbed one.
/// </summary>
/// <param name="plan">What to do.</param>
/// <param name="tell">Takes a line on how far it is.</param>
internal sealed class ChaosRun(ChaosPlan plan, Action<string> tell)
{
    private const double ShareOfFaults = 0.02;
    private const int Rounds = 60;

    // A message that a killed desk was working on is hidden for a minute.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BeforeKill = TimeSpan.FromSeconds(8);
    private static readonly string[] Unfinished = ["Running", "Pending", "Failed", "Terminated", "Suspended"];

    private readonly ConcurrentBag<string> numbers = [];
    private readonly ConcurrentDictionary<(string Case, string Key), bool> leftToPerson = new();

    public async Task<ChaosReport> RunAsync()
    {
        await using var azurite = await Azurite.StartNewAsync();
        await using var storage = await StorageProxy.StartAsync(azurite);
        await using var desk = new DeskProcess(storage.ConnectionString, app: null, DeskProcess.FastPolling);
        await desk.StartAsync();
        using var client = new DeskClient(desk.Address, isPatient: true);
        using var mails = new MailWatch(azurite.ConnectionString);

        var model = new CaseJourney(client);
        await model.ToOutcomeAsync(mails.TextWithAsync);
        await model.DeclineSharingAsync();
        await mails.OfCaseAsync(model.Number, CaseJourney.Mails, Patience);
        await Task.Delay(Settled);
        tell($"{model.Number} came to its outcome undisturbed");

        storage.ShareOfFaults = ShareOfFaults;
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, plan.CasesAtOnce).Select(_ => LoadAsync(client, mails, enough.Token)).ToList();
        using var settled = new CancellationTokenSource();
        var coordinator = CoordinateAsync(client, azurite.ConnectionString, settled.Token);
        var restarts = await KillAsync(desk, azurite);
        await enough.CancelAsync();
        await Task.WhenAll(load);
        tell($"{numbers.Count} cases came to their outcome; now a year passes");
        storage.ShareOfFaults = 0;
        // After a year the desk has erased the mails of today: the night looks at the clock too.
        await Task.Delay(Hidden);
        await mails.AllAsync();
        var notEnded = await EndAsync(client);

        var findings = new ChaosFindings(azurite.ConnectionString, model.Number, numbers);
        var (mailsFound, eventsFound) = (await findings.MailsAsync(mails), await findings.EventsAsync());
        for (var round = 0; round < Rounds && mailsFound.Lost.Count + eventsFound.Lost.Count > 0; round++)
        {
            // The last ones may still be on their way, and the desk looks for what is overdue every ten minutes of its clock.
            await client.SendAsync(HttpMethod.Post, "/lokaal/klok", new { vooruit = "00:10:00" });
            await Task.Delay(1000);
            (mailsFound, eventsFound) = (await findings.MailsAsync(mails), await findings.EventsAsync());
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
            EventsLost = eventsFound.Lost,
            EventsDoubled = eventsFound.Doubled,
            MailsLost = mailsFound.Lost,
            MailsDoubled = mailsFound.Doubled,
            MailsLeftToPerson = leftToPerson.Count,
            Chains = said,
            ChainsHold = allHold,
            RestartMedian = Statistics.Median(desk.ReadyAfter),
        };
    }

    private async Task<int> KillAsync(DeskProcess desk, Azurite azurite)
    {
        var restarts = 0;
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
#pragma warning disable CA5394 // Chance, not a secret.
            await Task.Delay(BeforeKill * Random.Shared.NextDouble());
#pragma warning restore CA5394
            var storageToo = restarts < plan.StorageRestarts * kill / plan.Kills;
            if (storageToo && kill % 2 == 0)
            {
                // First the storage, so that the desk lives through its absence; then both are away.
                await azurite.StopAsync();
                await Task.Delay(300);
            }

            var kind = kill % 3;
            if (kind == 0)
            {
                desk.KillWorker();
            }
            else
            {
                await (kind == 1 ? desk.KillHostAsync() : desk.KillAsync());
            }

            if (storageToo)
            {
                await azurite.StopAsync();
                await azurite.StartAsync();
                restarts++;
            }

            while (kind != 0 && !await desk.TryStartAsync())
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

    private async Task LoadAsync(DeskClient client, MailWatch mails, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var journey = new CaseJourney(client);
            await journey.ToOutcomeAsync(mails.TextWithAsync);
            await journey.DeclineSharingAsync();
            numbers.Add(journey.Number);
        }
    }

    /// <summary>What the desk leaves to a person, a coordinator does: have the mail sent again.</summary>
    private async Task CoordinateAsync(DeskClient client, string connectionString, CancellationToken settled)
    {
        while (!settled.IsCancellationRequested)
        {
            await Task.Delay(2000, settled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                foreach (var mail in (await ChaosFindings.OutboxAsync(connectionString)).Where(mail => mail.IsFailed))
                {
                    var page = $"/werkbank/zaken/{mail.Case}";
                    if (!leftToPerson.ContainsKey((mail.Case, mail.Key))
                        && await client.TrySendFormAsync(page, $"{page}/mails", "Coco", "mail", mail.Key))
                    {
                        leftToPerson[(mail.Case, mail.Key)] = true;
                    }
                }
            }
            catch (Exception away) when (away is Azure.RequestFailedException or AggregateException)
            {
                // The storage is being restarted, or no mail was ever planned.
            }
        }
    }

    /// <summary>Lets the terms after the outcome pass and waits until no workflow runs any more.</summary>
    /// <returns>Those that still do when patience ends, each with its status.</returns>
    private static async Task<IReadOnlyList<string>> EndAsync(DeskClient client)
    {
        await client.SendAsync(HttpMethod.Post, "/lokaal/klok", new { vooruit = "400.00:00:00" });
        var began = TimeProvider.System.GetTimestamp();
        List<string> running;
        do
        {
            await Task.Delay(1000);
            running = [];
            foreach (var status in Unfinished)
            {
                var found = await client.SendAsync(HttpMethod.Get, $"/lokaal/orkestraties?status={status}");
                running.AddRange(found.EnumerateArray().Select(workflow => $"{workflow.GetProperty("id").GetString()} {status}"));
            }
        }
        while (running.Count > 0 && TimeProvider.System.GetElapsedTime(began) < Patience);
        return running;
    }
}

using System.Collections.Concurrent;

namespace Bench.Chaos;

/// <summary>What a chaos run is to do.</summary>
internal sealed record ChaosPlan(int Kills, int StorageRestarts, int CasesAtOnce);

/// <summary>What a chaos run found.</summary>
internal sealed record ChaosReport
{
    public required int Kills { get; init; }

    public required int StorageRestarts { get; init; }

    public required int FaultsInjected { get; init; }

    public required CasesFound Found { get; init; }

    /// <summary>Mails of which two crashes left unknown whether they went: the desk asks a coordinator, who has them sent again.</summary>
    public required int MailsLeftToPerson { get; init; }

    public required string Chains { get; init; }

    public required bool ChainsHold { get; init; }

    public required double RestartMedian { get; init; }

    public bool IsGood => Found.IsGood && Found.MailsDoubled.Count <= Kills && ChainsHold;
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

    // A message that a killed desk was working on is hidden for a minute.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan BeforeKill = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<(string Case, string Key), bool> leftToPerson = new();

    public async Task<ChaosReport> RunAsync()
    {
        await using var azurite = await Azurite.StartNewAsync();
        await using var storage = await StorageProxy.StartAsync(azurite);
        await using var desk = new DeskProcess(storage.ConnectionString, app: null, DeskProcess.FastPolling);
        await desk.StartAsync();
        using var client = new DeskClient(desk.Address, isPatient: true);
        using var mails = new MailWatch(azurite.ConnectionString);

        var trial = new CaseTrial(client, mails, azurite.ConnectionString);
        tell($"{await trial.ModelAsync()} came to its outcome undisturbed");

        storage.ShareOfFaults = ShareOfFaults;
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, plan.CasesAtOnce).Select(_ => LoadAsync(trial, enough.Token)).ToList();
        using var settled = new CancellationTokenSource();
        var coordinator = CoordinateAsync(client, azurite.ConnectionString, settled.Token);
        var restarts = await KillAsync(desk, azurite, trial);
        await enough.CancelAsync();
        await Task.WhenAll(load);
        tell($"{trial.Concluded} cases came to their outcome; now a year passes");
        storage.ShareOfFaults = 0;
        var found = await trial.EndAsync(Hidden);
        await settled.CancelAsync();
        await coordinator;
        await desk.KillAsync();
        var (allHold, said) = await desk.VerifyAsync();
        return new ChaosReport
        {
            Kills = plan.Kills,
            StorageRestarts = restarts,
            FaultsInjected = storage.Injected,
            Found = found,
            MailsLeftToPerson = leftToPerson.Count,
            Chains = said,
            ChainsHold = allHold,
            RestartMedian = Statistics.Median(desk.ReadyAfter),
        };
    }

    private async Task<int> KillAsync(DeskProcess desk, Azurite azurite, CaseTrial trial)
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
                tell($"{kill} kills, {restarts} restarts of the storage, {trial.Concluded} cases came to their outcome");
            }
        }

        return restarts;
    }

    private static async Task LoadAsync(CaseTrial trial, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await trial.CaseAsync();
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
}

using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace Bench.Chaos;

/// <summary>What a chaos run is to do.</summary>
internal sealed record ChaosPlan(int Kills, int StorageRestarts, int CasesAtOnce);

/// <summary>What a chaos run found.</summary>
internal sealed record ChaosReport
{
    public required int Kills { get; init; }

    public required int StorageRestarts { get; init; }

    public required int FaultsInjected { get; init; }

    public required int Cases { get; init; }

    public required int NotCompleted { get; init; }

    public required int EventsLost { get; init; }

    /// <summary>Events received more often than they were raised, with every call that had to be repeated counted as one more.</summary>
    public required int EventsDoubled { get; init; }

    public required int MailsLost { get; init; }

    public required double RestartMedian { get; init; }

    public bool IsGood => NotCompleted == 0 && EventsLost == 0 && EventsDoubled == 0 && MailsLost == 0;
}

/// <summary>
/// A load of cases on a host that is killed at random, on a storage that is stopped and started and that fails some requests.
/// Every case must come to its end, with no event or mail lost and none doubled by the engine.
/// </summary>
internal static class ChaosRun
{
    public static async Task<ChaosReport> RunAsync(ChaosPlan plan, Action<string> tell)
    {
        await using var azurite = await Azurite.StartNewAsync();
        var outbox = new BlobContainerClient(azurite.ConnectionString, ChaosHost.Outbox);
        await outbox.CreateAsync();
        await using var host = new KillableHost(azurite.ConnectionString);
        await host.StartAsync();

        var ended = new ConcurrentBag<(string Id, string Answer, int[] Asked)>();
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, plan.CasesAtOnce).Select(lane => LoadAsync(host, lane, ended, enough.Token)).ToList();
        var restarts = await KillAsync(plan, host, azurite, ended, tell);
        await enough.CancelAsync();
        await Task.WhenAll(load);

        var mails = new HashSet<string>();
        await foreach (var blob in outbox.GetBlobsAsync())
        {
            mails.Add(blob.Name);
        }

        var outcomes = ended.Select(end => (end.Id, Outcome: Read(end.Answer), end.Asked)).ToList();
        return new ChaosReport
        {
            Kills = plan.Kills,
            StorageRestarts = restarts,
            FaultsInjected = host.Faults,
            Cases = outcomes.Count,
            NotCompleted = outcomes.Count(end => end.Outcome is not { Answers: 2 }),
            EventsLost = outcomes.Sum(end => Enumerable.Range(1, ChaosApp.Steps).Except(end.Outcome?.Steps ?? []).Count()),
            EventsDoubled = outcomes.Sum(end => Math.Max(0, (end.Outcome?.Received ?? 0) - end.Asked.Sum())),
            MailsLost = outcomes.Sum(end => ChaosApp.MailsOf(end.Id).Count(mail => !mails.Contains(mail))),
            RestartMedian = Statistics.Median(host.ReadyAfter),
        };
    }

    private static async Task<int> KillAsync(
        ChaosPlan plan, KillableHost host, Azurite azurite, ConcurrentBag<(string Id, string Answer, int[] Asked)> ended, Action<string> tell)
    {
        var restarts = 0;
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
#pragma warning disable CA5394 // Chance, not a secret.
            await Task.Delay(Random.Shared.Next(30, 1500));
#pragma warning restore CA5394
            var storageToo = restarts < plan.StorageRestarts * kill / plan.Kills;
            if (storageToo && kill % 2 == 0)
            {
                // First the storage, so that the host lives through its absence; then both are away.
                await azurite.StopAsync();
                await Task.Delay(300);
            }

            await host.KillAsync();
            if (storageToo)
            {
                await azurite.StopAsync();
                await azurite.StartAsync();
                restarts++;
            }

            await host.StartAsync();
            if (kill % 20 == 0 || kill == plan.Kills)
            {
                tell($"{kill} kills, {restarts} restarts of the storage, {ended.Count} cases ended");
            }
        }

        return restarts;
    }

    private static async Task LoadAsync(
        KillableHost host, int lane, ConcurrentBag<(string Id, string Answer, int[] Asked)> ended, CancellationToken enough)
    {
        for (var n = 0; !enough.IsCancellationRequested; n++)
        {
            var id = $"case-{lane}-{n}";
            await host.AskAsync($"start {id}");
            var asked = new int[ChaosApp.Steps];
            for (var step = 1; step <= ChaosApp.Steps; step++)
            {
                asked[step - 1] = (await host.AskAsync($"raise {id} {step}")).Asked;
            }

            ended.Add((id, (await host.AskAsync($"wait {id}")).Answer, asked));
        }
    }

    private static ChaosOutcome? Read(string answer) =>
        answer.StartsWith("Completed ", StringComparison.Ordinal) ? JsonSerializer.Deserialize<ChaosOutcome>(answer["Completed ".Length..]) : null;
}

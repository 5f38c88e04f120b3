using System.Globalization;
using Bench.Chaos;

namespace Bench.Scale;

/// <summary>
/// A steady load of cases while instances on one storage and one task hub are added, drained, killed and replaced by those of a later
/// version of the orchestrations. In the end each case must hold the events and mails of the undisturbed one.
/// </summary>
/// <param name="plan">What to do.</param>
/// <param name="tell">Takes a line on how far it is.</param>
internal sealed class ScaleRun(ScalePlan plan, Action<string> tell)
{
    // In Azure every ten minutes.
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // The message that the killed instance was working on was hidden for a minute, which is over by then.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(15);

    private readonly List<ScaleStep> steps = [];
    private readonly HashSet<string> failed = [];

    private int notDrained;
    private long began;

    public async Task<ScaleReport> RunAsync()
    {
        tell($"Builds the app with version {NextApp.Version} of its orchestrations.");
        var next = await NextApp.BuildAsync();
        await using var azurite = await Azurite.StartNewAsync();
        using var rotation = new Rotation();
        await using var fleet = new Fleet(azurite.ConnectionString, rotation);
        using var client = new DeskClient(new Uri("http://localhost"), isPatient: true, rotation);
        using var mails = new MailWatch(azurite.ConnectionString);
        var (trial, partitions) = (new CaseTrial(client, mails, azurite.ConnectionString), new PartitionWatch(azurite.ConnectionString));

        await fleet.AddAsync("a");
        await fleet.AddAsync("b");
        tell($"{await trial.ModelAsync()} came to its outcome undisturbed.");
        using var enough = new CancellationTokenSource();
        using var settled = new CancellationTokenSource();
        var (load, visitor) = (new SteadyLoad(trial), new Visitor(client));
        var cases = load.RunAsync(enough.Token);
        List<Task> beside = [visitor.ReadAsync(enough.Token), partitions.WatchAsync(settled.Token)];
        await Task.Delay(SteadyLoad.Between);
        // The time before the load is no gap in answers.
        _ = rotation.TakeStep();
        began = TimeProvider.System.GetTimestamp();

        await StepAsync("two instances", () => Task.CompletedTask);
        await StepAsync("c added", () => fleet.AddAsync("c"));
        await StepAsync("a removed by SIGTERM", () => DrainAsync("a"));
        var killedAt = TimeProvider.System.GetUtcNow();
        beside.Add(ReconcileAsync(client, trial, settled.Token));
        await StepAsync("b killed with -9, d in its place", () => fleet.ReplaceKilledAsync("b", "d"));
        await StepAsync($"e of version {NextApp.Version} beside the others", () => fleet.AddAsync("e", next));
        await StepAsync("c replaced by f", async () =>
        {
            await fleet.AddAsync("f", next);
            await DrainAsync("c");
        });
        await StepAsync("d removed, the last of the older version", () => DrainAsync("d"));

        await enough.CancelAsync();
        await cases;
        tell($"{trial.Concluded} cases came to their outcome; now a year passes.");
        await RepairedAsync(trial);
        var found = await trial.EndAsync(Settled);
        await settled.CancelAsync();
        await Task.WhenAll(beside);
        var (allHold, said) = await fleet.EndAsync();
        return new ScaleReport
        {
            Steps = steps,
            Found = found,
            DoubledBesideKill = (await mails.AllAsync()).GroupBy(mail => (mail.Case, mail.Key)).Count(mail => mail.Count() > 1
                && !(mail.Min(one => one.SentAt) <= killedAt && mail.Max(one => one.SentAt) > killedAt)),
            NotDrained = notDrained,
            BegunAnew = failed.Count,
            Moves = partitions.Moves,
            Lengths = load.Lengths,
            LongestWait = visitor.LongestWait,
            Chains = said,
            ChainsHold = allHold,
        };

        async Task StepAsync(string what, Func<Task> act)
        {
            var at = TimeProvider.System.GetElapsedTime(began);
            await act();
            await Task.Delay(plan.Lasts);
            var step = new ScaleStep(at, what, fleet.Names, partitions.Owners, rotation.TakeStep());
            steps.Add(step);
            tell(string.Create(CultureInfo.InvariantCulture, $"{at:mm\\:ss} {what}: {trial.Concluded} cases came to their outcome."));
        }

        async Task DrainAsync(string name) => notDrained += await fleet.DrainAsync(name) ? 0 : 1;
    }

    /// <summary>The round that mends what a kill and another version left undone.</summary>
    private async Task ReconcileAsync(DeskClient client, CaseTrial trial, CancellationToken settled)
    {
        while (!settled.IsCancellationRequested)
        {
            await Task.Delay(BetweenRounds, settled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            failed.UnionWith(await trial.WorkflowsAsync("Failed"));
            await client.SendAsync(HttpMethod.Post, "/admin/functions/ReconcileCases", new { input = "" });
        }
    }

    /// <summary>Waits until every workflow that failed at the later version was begun anew.</summary>
    private static async Task RepairedAsync(CaseTrial trial)
    {
        var waiting = TimeProvider.System.GetTimestamp();
        while ((await trial.WorkflowsAsync("Failed")).Count > 0 && TimeProvider.System.GetElapsedTime(waiting) < Patience)
        {
            await Task.Delay(1000);
        }
    }
}

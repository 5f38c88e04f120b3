using System.Collections.Concurrent;
using System.Globalization;
using Bench.Chaos;

namespace Bench.Scale;

/// <summary>How long each state of the instances lasts.</summary>
internal sealed record ScalePlan(TimeSpan Lasts);

/// <summary>One step of a run: what was done, when, and how the clients fared until the next one.</summary>
internal sealed record ScaleStep(TimeSpan At, string What, string Instances, string Owners, Answers Answers);

/// <summary>What a run found.</summary>
internal sealed record ScaleReport
{
    public required IReadOnlyList<ScaleStep> Steps { get; init; }

    public required CasesFound Found { get; init; }

    /// <summary>Mails that came twice for another reason than the kill: not the one before and the other after it.</summary>
    public required int DoubledBesideKill { get; init; }

    /// <summary>Instances that did not end by themselves when they were asked to.</summary>
    public required int NotDrained { get; init; }

    /// <summary>Workflows of the older version that failed at the later one, and were begun anew by the reconciler.</summary>
    public required int BegunAnew { get; init; }

    public required int Moves { get; init; }

    /// <summary>How long each case took from its report to its outcome.</summary>
    public required IReadOnlyCollection<TimeSpan> Lengths { get; init; }

    /// <summary>The longest time that a visitor waited for an answer, refusals included.</summary>
    public required TimeSpan LongestWait { get; init; }

    public required string Chains { get; init; }

    public required bool ChainsHold { get; init; }

    public bool IsGood => Found.IsGood && Found.MailsDoubled.Count <= 1 && DoubledBesideKill == 0 && NotDrained == 0 && ChainsHold;
}

/// <summary>
/// A steady load of cases while instances on one storage and one task hub are added, drained, killed and replaced by those of a later
/// version of the orchestrations. In the end each case must hold the events and mails of the undisturbed one.
/// </summary>
/// <param name="plan">What to do.</param>
/// <param name="tell">Takes a line on how far it is.</param>
internal sealed class ScaleRun(ScalePlan plan, Action<string> tell)
{
    // Twenty cases a minute.
    private static readonly TimeSpan BetweenCases = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenVisits = TimeSpan.FromMilliseconds(200);

    // In Azure every ten minutes.
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // The message that the killed instance was working on was hidden for a minute, which is over by then.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(15);

    private readonly List<ScaleStep> steps = [];
    private readonly HashSet<string> failed = [];
    private readonly ConcurrentBag<TimeSpan> lengths = [];

    private TimeSpan longestWait;
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
        var load = LoadAsync(trial, enough.Token);
        List<Task> beside = [VisitAsync(client, settled.Token), partitions.WatchAsync(settled.Token)];
        await Task.Delay(BetweenCases);
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
        await load;
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
            Lengths = lengths,
            LongestWait = longestWait,
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

    /// <summary>A case every three seconds, whether those before it are done or not; returns when all are.</summary>
    private async Task LoadAsync(CaseTrial trial, CancellationToken enough)
    {
        List<Task> cases = [];
        while (!enough.IsCancellationRequested)
        {
            cases.Add(CaseAsync());
            await Pause(BetweenCases, enough);
        }

        await Task.WhenAll(cases);

        async Task CaseAsync()
        {
            var reported = TimeProvider.System.GetTimestamp();
            await trial.CaseAsync();
            lengths.Add(TimeProvider.System.GetElapsedTime(reported));
        }
    }

    /// <summary>A visitor who reads on, so that a time without answers is seen.</summary>
    private async Task VisitAsync(DeskClient client, CancellationToken settled)
    {
        while (!settled.IsCancellationRequested)
        {
            var asked = TimeProvider.System.GetTimestamp();
            await client.SendAsync(HttpMethod.Get, "/v1/wetten");
            var waited = TimeProvider.System.GetElapsedTime(asked);
            longestWait = waited > longestWait ? waited : longestWait;
            await Pause(BetweenVisits, settled);
        }
    }

    /// <summary>The round that mends what a kill and another version left undone.</summary>
    private async Task ReconcileAsync(DeskClient client, CaseTrial trial, CancellationToken settled)
    {
        while (!settled.IsCancellationRequested)
        {
            await Pause(BetweenRounds, settled);
            failed.UnionWith(await trial.WorkflowsAsync("Failed"));
            await client.SendAsync(HttpMethod.Post, "/admin/functions/ReconcileCases", new { input = "" });
        }
    }

    /// <summary>Waits until no workflow of the older version that failed is left; those of before it are found in the end.</summary>
    private static async Task RepairedAsync(CaseTrial trial)
    {
        var waiting = TimeProvider.System.GetTimestamp();
        while ((await trial.WorkflowsAsync("Failed")).Count > 0 && TimeProvider.System.GetElapsedTime(waiting) < Patience)
        {
            await Task.Delay(1000);
        }
    }

    private static async Task Pause(TimeSpan length, CancellationToken enough) =>
        await Task.Delay(length, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

using System.Runtime.CompilerServices;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>
/// A query in pages: first the open instances, from memory and by id, then the finished ones, as storage lists them. An
/// instance that ends while it is paged through is shown once in one enumeration.
/// </summary>
internal sealed class InstancePages(
    Engine engine,
    Func<Task> allFound,
    OrchestrationQuery query,
    Func<string, InstanceView, bool, CancellationToken, Task<OrchestrationMetadata>> describeOpen,
    Func<string, InstanceSummary, InstancePayloads?, OrchestrationMetadata> describeDone) : AsyncPageable<OrchestrationMetadata>
{
    private const string AfterOpen = "open:";
    private const string InDone = "done:";

    public static bool WasCreatedIn(InstanceSummary summary, DateTimeOffset? from, DateTimeOffset? to) =>
        (from is not { } earliest || summary.CreatedAt >= earliest.UtcDateTime) && (to is not { } latest || summary.CreatedAt <= latest.UtcDateTime);

    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var token = continuationToken ?? query.ContinuationToken;
        var size = pageSizeHint ?? query.PageSize;
        var shown = new HashSet<string>();
        if (token is null || token.StartsWith(AfterOpen, StringComparison.Ordinal))
        {
            await foreach (var page in OpenPages(token?[AfterOpen.Length..], size, shown))
            {
                yield return page;
            }

            token = null;
        }

        if (WantsFinished())
        {
            await foreach (var page in DonePages(token?[InDone.Length..], size, shown))
            {
                yield return page;
            }
        }
    }

    private async IAsyncEnumerable<Page<OrchestrationMetadata>> OpenPages(
        string? after, int size, HashSet<string> shown, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await allFound().WaitAsync(cancellation);
        var matching = engine.Open
            .Where(instance => instance.View is { } view && Matches(instance.Id, view.Summary) && (after is null || string.CompareOrdinal(instance.Id, after) > 0))
            .OrderBy(instance => instance.Id, StringComparer.Ordinal);
        var chunks = matching.Chunk(size).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            var page = new List<OrchestrationMetadata>(chunks[i].Length);
            foreach (var instance in chunks[i])
            {
                shown.Add(instance.Id);
                page.Add(await describeOpen(instance.Id, instance.View!, query.FetchInputsAndOutputs, cancellation));
            }

            var isLast = i == chunks.Count - 1 && !WantsFinished();
            yield return new Page<OrchestrationMetadata>(page, isLast ? null : AfterOpen + chunks[i][^1].Id);
        }
    }

    private async IAsyncEnumerable<Page<OrchestrationMetadata>> DonePages(
        string? from, int size, HashSet<string> shown, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var (instances, next) in engine.Store.ListDoneAsync(query.InstanceIdPrefix, from, size, cancellation))
        {
            var matching = instances.Where(entry => Matches(entry.Id, entry.Summary) && !shown.Contains(entry.Id) && engine.Find(entry.Id) is null);
            var page = new List<OrchestrationMetadata>();
            foreach (var (id, summary) in matching)
            {
                var payloads = query.FetchInputsAndOutputs && await engine.Store.ReadDoneAsync(id, cancellation) is { } done
                    ? new History(done.Events).Payloads()
                    : null;
                page.Add(describeDone(id, summary, payloads));
            }

            if (page.Count > 0 || next is null)
            {
                yield return new Page<OrchestrationMetadata>(page, next is null ? null : InDone + next);
            }
        }
    }

    private bool WantsFinished() => query.Statuses is null || query.Statuses.Any(TaskHubClient.IsFinal);

    private bool Matches(string id, InstanceSummary summary) =>
        (query.Statuses is null || query.Statuses.Contains(summary.Status))
        && (query.InstanceIdPrefix is null || id.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal))
        && (query.TaskHubNames is null || query.TaskHubNames.Contains(engine.Options.HubName, StringComparer.OrdinalIgnoreCase))
        && WasCreatedIn(summary, query.CreatedFrom, query.CreatedTo);
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Orchestration;

/// <summary>
/// A query in pages, in the order in which storage lists finished instances, with the open ones, from memory, in their places.
/// Because both go by one order, an instance that ends between two pages is neither shown twice nor left out, also where a
/// later query goes on from a token.
/// </summary>
internal sealed class InstancePages(
    Engine engine,
    Func<Task> allFound,
    OrchestrationQuery query,
    Func<string, InstanceView, bool, CancellationToken, Task<OrchestrationMetadata>> describeOpen,
    Func<string, InstanceSummary, InstancePayloads?, OrchestrationMetadata> describeDone) : AsyncPageable<OrchestrationMetadata>
{
    public static bool WasCreatedIn(InstanceSummary summary, DateTimeOffset? from, DateTimeOffset? to) =>
        (from is not { } earliest || summary.CreatedAt >= earliest.UtcDateTime) && (to is not { } latest || summary.CreatedAt <= latest.UtcDateTime);

    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var place = Place.Parse(continuationToken ?? query.ContinuationToken);
        var size = pageSizeHint ?? query.PageSize;
        await allFound();
        while (place is { } here)
        {
            // The open ones first: what is sealed while storage lists is then found twice, and taken once; the other way round it was missed.
            var active = engine.Open.Where(instance => instance.View is not null).Select(instance => Row.Of(instance.Id, instance.View!)).ToList();
            var (done, next) = await ListDoneAsync(here.Marker, size);
            var until = next is null ? null : Later(here.Last, done is [.., var last] ? InstanceStore.OrderOf(last.Id) : "");
            var rows = active.Concat(done.Select(entry => new Row(entry.Id, entry.Summary, null)))
                .DistinctBy(row => row.Id)
                .Where(row => Matches(row.Id, row.Summary) && here.IsBefore(row.Order) && (until is null || string.CompareOrdinal(row.Order, until) <= 0))
                .OrderBy(row => row.Order, StringComparer.Ordinal);
            var chunks = rows.Chunk(size).ToList();
            for (var i = 0; i < chunks.Count; i++)
            {
                var isLast = i == chunks.Count - 1;
                Place? after = !isLast ? here with { Last = chunks[i][^1].Order } : next is null ? null : new Place(next, until);
                yield return new Page<OrchestrationMetadata>([.. await Task.WhenAll(chunks[i].Select(DescribeAsync))], after?.ToString());
            }

            place = next is null ? null : new Place(next, until);
        }
    }

    /// <summary>One page of the finished instances that storage lists, and where its next page begins.</summary>
    private async Task<(IReadOnlyList<(string Id, InstanceSummary Summary)> Instances, string? Next)> ListDoneAsync(string? marker, int size) =>
        WantsFinished() ? await engine.Store.ListDonePageAsync(query.InstanceIdPrefix, marker, size, CancellationToken.None) : ([], null);

    private async Task<OrchestrationMetadata> DescribeAsync(Row row)
    {
        if (row.View is { } view)
        {
            return await describeOpen(row.Id, view, query.FetchInputsAndOutputs, CancellationToken.None);
        }

        var payloads = query.FetchInputsAndOutputs && await engine.Store.ReadDoneAsync(row.Id, CancellationToken.None) is { } done
            ? new History(done.Events).Payloads()
            : null;
        return describeDone(row.Id, row.Summary, payloads);
    }

    /// <summary>What was sealed since the last page can shorten storage's page to before what was shown: a query never goes back.</summary>
    private static string Later(string? shown, string end) => string.CompareOrdinal(shown, end) > 0 ? shown! : end;

    private bool WantsFinished() => query.Statuses is null || query.Statuses.Any(TaskHubClient.IsFinal);

    private bool Matches(string id, InstanceSummary summary) =>
        (query.Statuses is null || query.Statuses.Contains(summary.Status))
        && (query.InstanceIdPrefix is null || id.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal))
        && (query.TaskHubNames is null || query.TaskHubNames.Contains(engine.Options.HubName, StringComparer.OrdinalIgnoreCase))
        && WasCreatedIn(summary, query.CreatedFrom, query.CreatedTo);

    private sealed record Row(string Id, InstanceSummary Summary, InstanceView? View)
    {
        public string Order { get; } = InstanceStore.OrderOf(Id);

        public static Row Of(string id, InstanceView view) => new(id, view.Summary, view);
    }

    /// <summary>Where a page ends: the page of storage that is being shown, and the last instance shown of it.</summary>
    private readonly record struct Place(string? Marker, string? Last)
    {
        public static Place? Parse(string? token) =>
            token?.Split('\n') is [var marker, var last] ? new Place(marker.Length == 0 ? null : marker, last) : new Place(null, null);

        public bool IsBefore(string order) => Last is null || string.CompareOrdinal(order, Last) > 0;

        public override string ToString() => $"{Marker}\n{Last}";
    }
}

using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Library.Editing;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>Filters, searches and sorts the cases for a colleague.</summary>
public sealed class WorkQueue(
    CaseFeed feed, CaseOverview overview, Colleagues colleagues, EditionStore editions, TimeProvider clock)
{
    public const int PageSize = 25;
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(60);

    public async Task<QueuePage> PageAsync(WorkQueueQuery query, Actor viewer, CancellationToken cancellation)
    {
        var lines = await FittingAsync(query, viewer, cancellation);
        var pages = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        var page = Math.Min(query.Page, pages);
        var known = await colleagues.AllAsync(cancellation);
        var entries = overview.Entries;
        var signals = new QueueSignals(WorkingDays.DayOf(clock.GetUtcNow()), new KnownPeople(known));
        return new QueuePage
        {
            Lines = [.. lines.Order(By(query.Order)).Skip((page - 1) * PageSize).Take(PageSize)],
            Page = page,
            Pages = pages,
            Total = lines.Count,
            Counts = EnumNames.All<QueueTab>().ToDictionary(tab => tab,
                tab => entries.Count(entry => (entry.IsOpen || AlsoClosed(tab)) && IsIn(tab, entry, viewer))),
            Proposals = ProposalsFor(viewer, await editions.RecentlyWaitingAsync(cancellation)),
            ToTakeUp = query is not { Tab: QueueTab.ForYou, HasFilter: false } ? null
                : entries.Where(entry => entry.Row is { Status: CaseStatus.Received, Handler: null })
                    .MinBy(entry => (DeadlineOf(entry), entry.Row.ReportedAt)),
            Signals = viewer.Role != ActorRole.Coordinator ? new Dictionary<QueueSignal, int>()
                : EnumNames.All<QueueSignal>().ToDictionary(
                    signal => signal, signal => entries.Count(entry => signals.Fits(signal, entry))),
            Loads = HandlerLoad.Of(entries.Where(entry => entry.IsOpen), known, signals),
            IsWhole = feed.IsWhole || !query.NeedsClosed,
        };
    }

    /// <summary>
    /// Returns the next case in which a colleague has the move, as far as this instance knows, and the number of such
    /// cases; null when there is no other.
    /// </summary>
    public (CaseEntry Entry, int Count)? NextFor(Actor viewer, CaseNumber after)
    {
        var lines = Pick(overview.Entries, new WorkQueueQuery { Tab = QueueTab.ForYou }, viewer, clock.GetUtcNow());
        var place = lines.FindIndex(line => line.Entry.Row.Number == after);
        var others = lines.Count - (place < 0 ? 0 : 1);
        return others == 0 ? null : (lines[(place + 1) % lines.Count].Entry, others);
    }

    /// <summary>Returns the texts for the library that wait for a colleague, the oldest first.</summary>
    internal static IReadOnlyList<Edition> ProposalsFor(Actor viewer, IReadOnlyList<Edition> waiting) =>
        [.. waiting.Where(proposal => Turn.Of(proposal).IsFor(viewer, handler: null))];

    /// <summary>Returns all cases of a query, in its order.</summary>
    public async Task<List<QueueLine>> LinesAsync(WorkQueueQuery query, Actor viewer, CancellationToken cancellation) =>
        [.. (await FittingAsync(query, viewer, cancellation)).Order(By(query.Order))];

    private async Task<List<QueueLine>> FittingAsync(WorkQueueQuery query, Actor viewer, CancellationToken cancellation)
    {
        await (query.NeedsClosed && !feed.IsWhole ? feed.RefreshAllAsync(FirstPatience, cancellation)
            : feed.RefreshWithinAsync(Patience, cancellation));
        return Fitting(overview.Entries, query, viewer, clock.GetUtcNow(), await colleagues.AllAsync(cancellation));
    }

    /// <summary>Returns the cases that match a query, in its order.</summary>
    internal static List<QueueLine> Pick(
        IEnumerable<CaseEntry> entries, WorkQueueQuery query, Actor viewer, DateTimeOffset now,
        IReadOnlyList<Colleague>? known = null) =>
        [.. Fitting(entries, query, viewer, now, known ?? []).Order(By(query.Order))];

    /// <summary>Returns them in no order: a page sorts no more of them than it shows.</summary>
    private static List<QueueLine> Fitting(
        IEnumerable<CaseEntry> entries, WorkQueueQuery query, Actor viewer, DateTimeOffset now, IReadOnlyList<Colleague> known)
    {
        var people = new KnownPeople(known);
        var signals = new QueueSignals(WorkingDays.DayOf(now), people);
        var handler = people.KeyOfName(query.Handler);
        var reportedBefore = query.AtLeastDaysOld is { } days ? now.AddDays(-days) : DateTimeOffset.MaxValue;
        var search = new CaseSearch(query.Search);
        return entries
            .Where(entry => Fits(query, entry) && entry.Row.ReportedAt <= reportedBefore && IsIn(query.Tab, entry, viewer)
                && (query.Signal is not { } signal || signals.Fits(signal, entry))
                && (query.Handler.Length == 0 || (people.KeyOf(entry) is { } key
                    && (key == query.Handler || key == handler || entry.HandlerKey == handler))))
            .Select(entry => new QueueLine(entry, search.Find(entry)))
            .Where(line => search.IsEmpty || line.Match is not null)
            .ToList();
    }

    private static Comparer<QueueLine> By(QueueOrder order) =>
        Comparer<QueueLine>.Create((one, other) => Compare(order, one.Entry, other.Entry));

    private static bool Fits(WorkQueueQuery query, CaseEntry entry) =>
        (query.Status is { } status ? entry.Row.Status == status : entry.IsOpen || query.WithClosed || query.Search.Length > 0
            || AlsoClosed(query.Tab) || query.Signal is not null)
        && (query.Ministry is not { } ministry || entry.Row.Ministries.Contains(ministry))
        && (query.Theme is not { } theme || entry.Row.Themes.Contains(theme))
        && (query.Branche is not { } branche || entry.Row.Branche == branche)
        && (query.Rule.Length == 0 || entry.Rules.Any(rule =>
            SearchForm.HoldsAll(SearchForm.WordsOf(query.Rule), [rule.CitationTitle, rule.BwbId])));

    /// <summary>
    /// Whether a tab includes closed cases, since messages and mails may still follow the end of a case.
    /// </summary>
    private static bool AlsoClosed(QueueTab tab) => tab == QueueTab.ForYou;

    private static bool IsIn(QueueTab tab, CaseEntry entry, Actor viewer) => tab switch
    {
        QueueTab.ForYou => entry.IsTurnOf(viewer),
        QueueTab.Mine => entry.Row.IsHandledBy(viewer),
        QueueTab.Unassigned => entry.Row.Handler is null,
        _ => true,
    };

    /// <summary>
    /// Sorts by next deadline, cases without a running one last; then the oldest first. Numbers make the order stable.
    /// </summary>
    private static int Compare(QueueOrder order, CaseEntry one, CaseEntry other)
    {
        var compared = order switch
        {
            QueueOrder.Newest => other.Row.ReportedAt.CompareTo(one.Row.ReportedAt),
            QueueOrder.Oldest => one.Row.ReportedAt.CompareTo(other.Row.ReportedAt),
            QueueOrder.Changed => other.Row.ChangedAt.CompareTo(one.Row.ChangedAt),
            _ => DeadlineOf(one).CompareTo(DeadlineOf(other)),
        };
        compared = compared == 0 ? one.Row.ReportedAt.CompareTo(other.Row.ReportedAt) : compared;
        return compared == 0 ? string.CompareOrdinal(one.Row.Number.Value, other.Row.Number.Value) : compared;
    }

    private static DateOnly DeadlineOf(CaseEntry entry) => entry.IsPaused || !entry.IsOpen ? DateOnly.MaxValue
        : entry.Row.DueOn ?? DateOnly.MaxValue;
}

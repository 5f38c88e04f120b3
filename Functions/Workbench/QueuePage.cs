using RegelLoket.Library.Editing;

namespace RegelLoket.Workbench;

/// <summary>A page of a queue.</summary>
public sealed record QueuePage
{
    public required IReadOnlyList<QueueLine> Lines { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required int Total { get; init; }

    /// <summary>The number of cases in each tab, without filters.</summary>
    public required IReadOnlyDictionary<QueueTab, int> Counts { get; init; }

    /// <summary>The texts for the library that wait for this colleague to read them; they belong to no case.</summary>
    public required IReadOnlyList<Edition> Proposals { get; init; }

    /// <summary>
    /// The oldest new report without a handler, on a colleague's start page; null when there is none.
    /// </summary>
    public CaseEntry? ToTakeUp { get; init; }

    /// <summary>The number of cases for each signal; empty for anyone who is not a coordinator.</summary>
    public required IReadOnlyDictionary<QueueSignal, int> Signals { get; init; }

    /// <summary>The load of each colleague, the lowest first.</summary>
    public required IReadOnlyList<HandlerLoad> Loads { get; init; }

    /// <summary>Whether all closed cases were read; when false, some may be missing.</summary>
    public required bool IsWhole { get; init; }
}

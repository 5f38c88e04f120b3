namespace RegelLoket.Workbench;

/// <summary>A page of a queue.</summary>
public sealed record QueuePage
{
    public required IReadOnlyList<QueueLine> Lines { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required int Total { get; init; }

    /// <summary>How many cases each tab holds without filters.</summary>
    public required IReadOnlyDictionary<QueueTab, int> Counts { get; init; }

    /// <summary>The report that waits longest for somebody to take it up, on the start of a colleague; null when there is none.</summary>
    public CaseEntry? ToTakeUp { get; init; }

    /// <summary>How many cases each signal holds; empty for a colleague who is no coordinator.</summary>
    public required IReadOnlyDictionary<QueueSignal, int> Signals { get; init; }

    /// <summary>How much each colleague has, who has room first.</summary>
    public required IReadOnlyList<HandlerLoad> Loads { get; init; }

    /// <summary>False while closed cases are still being read, so that some may be missing.</summary>
    public required bool IsWhole { get; init; }
}

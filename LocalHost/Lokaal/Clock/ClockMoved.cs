namespace LocalHost.Lokaal.Clock;

/// <summary>The result of moving the clock.</summary>
/// <param name="By">The distance.</param>
/// <param name="Ran">The timer functions that became due in between and succeeded, in order.</param>
/// <param name="Failed">Those that failed, each with the reason.</param>
/// <param name="Woken">The number of open orchestrations that were notified.</param>
internal sealed record ClockMoved(
    TimeSpan By, IReadOnlyList<string> Ran, IReadOnlyList<(string Function, string Reason)> Failed, int Woken);

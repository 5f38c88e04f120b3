namespace LocalHost.Lokaal.Clock;

/// <summary>What came of moving the clock.</summary>
/// <param name="By">How far it was moved.</param>
/// <param name="Ran">The timer functions that fell due in between and ended well, in order.</param>
/// <param name="Failed">Those that failed, each with the reason.</param>
/// <param name="Woken">How many open orchestrations were made to look at the clock.</param>
internal sealed record ClockMoved(
    TimeSpan By, IReadOnlyList<string> Ran, IReadOnlyList<(string Function, string Reason)> Failed, int Woken);

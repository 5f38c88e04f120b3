namespace Bench.Chaos;

/// <summary>What became of the cases of a disturbed run; each is compared with one that nothing disturbed.</summary>
internal sealed record CasesFound
{
    public required int Cases { get; init; }

    /// <summary>The workflows that still ran, each with its status.</summary>
    public required IReadOnlyList<string> NotEnded { get; init; }

    public required IReadOnlyList<string> EventsLost { get; init; }

    public required IReadOnlyList<string> EventsDoubled { get; init; }

    public required IReadOnlyList<string> MailsLost { get; init; }

    public required IReadOnlyList<string> MailsDoubled { get; init; }

    /// <summary>Whether nothing was lost, no event was doubled, and every workflow ended; mails may be doubled by a kill.</summary>
    public bool IsGood => NotEnded.Count == 0 && EventsLost.Count == 0 && EventsDoubled.Count == 0 && MailsLost.Count == 0;

    /// <summary>The lines of a printed report.</summary>
    public string Lines =>
        $"""
        cases                            {Cases}
        workflows that did not end       {OrNone(string.Join(", ", NotEnded))}
        events lost                      {EventsLost.Count}
        events doubled                   {EventsDoubled.Count}
        mails lost                       {MailsLost.Count}
        mails doubled (at most a kill)   {MailsDoubled.Count}
        differences                      {OrNone(Differences)}
        """;

    /// <summary>What was lost or doubled, each kind with its number; empty when nothing was.</summary>
    private string Differences => string.Join(
        ", ", Kinds("lost", EventsLost.Concat(MailsLost)).Concat(Kinds("doubled", EventsDoubled.Concat(MailsDoubled))));

    private static string OrNone(string found) => found.Length == 0 ? "none" : found;

    private static IEnumerable<string> Kinds(string what, IEnumerable<string> found) =>
        found.CountBy(kind => kind).Select(kind => $"{kind.Key} {what} {kind.Value}x");
}

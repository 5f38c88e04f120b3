using RegelLoket.Attachments;

namespace RegelLoket.Intake.Drafts;

/// <summary>An unsent report, with all answers by field name.</summary>
public sealed record Draft
{
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The moment at which the draft is deleted, sent or not.</summary>
    public required DateTimeOffset KeptUntil { get; init; }

    /// <summary>The key under which this draft is sent; however often that is tried, it makes one case.</summary>
    public required string ReportKey { get; init; }

    public IReadOnlyDictionary<string, string[]> Answers { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The files that are sent with it; their content is stored apart.</summary>
    public IReadOnlyList<DraftFile> Files { get; init; } = [];

    /// <summary>The slugs of the pages that were answered.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>
    /// The id of the published item that the draft joins; null for a report. Such a draft is sent as one more
    /// organisation with the same bottleneck.
    /// </summary>
    public string? Joining { get; init; }

    /// <summary>The id of the published item that helped, so that nothing need be reported; it can be undone.</summary>
    public string? Helped { get; init; }

    /// <summary>The address of the page where the reporter stopped; null in an older draft, and in one that just began.</summary>
    public string? StoppedAt { get; init; }

    /// <summary>For which words similar items were shown (<see cref="DraftPlace.SimilarVersion"/>); null before the first time.</summary>
    public long? SimilarSeen { get; init; }

    /// <summary>The moment of the last look at all answers; sending very soon after the start asks for one.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>The confirmation by mail for a browser without a proof of work.</summary>
    public MailConfirmation? Confirmation { get; init; }

    /// <summary>The receipt, once it was sent.</summary>
    public SentReport? Sent { get; init; }

    public string Answer(string field) => Answers.TryGetValue(field, out var values) ? string.Join(",", values) : "";

    public IReadOnlyList<string> AnswersTo(string field) => Answers.GetValueOrDefault(field) ?? [];
}

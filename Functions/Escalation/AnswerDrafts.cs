using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>A half answer, kept until it is given: anyone who has the question at the ministry goes on where it was left.</summary>
public sealed record AnswerDraft
{
    /// <summary>The event with which the question was asked; a later question to the same ministry begins empty.</summary>
    public int? Question { get; init; }

    public string Text { get; init; } = "";

    public AnswerStance? Stance { get; init; }

    public IReadOnlyList<RuleStance> Rules { get; init; } = [];

    public required DateTimeOffset SavedAt { get; init; }
}

/// <summary>Half answers in a private blob of their own, outside the case: nobody at the desk sees them.</summary>
public sealed class AnswerDrafts(BlobServiceClient blobs) : ICaseDataEraser
{
    public const string Container = "answer-drafts";

    private readonly JsonBlobStore<AnswerDraft> drafts = new(blobs.GetBlobContainerClient(Container), EscalationJson.Default.AnswerDraft);

    public async Task<AnswerDraft?> FindAsync(CaseNumber number, MinistryRequest request, CancellationToken cancellation) =>
        await drafts.FindAsync(NameOf(number, request.Ministry), cancellation) is { } draft
            && (draft.Question is null || draft.Question == request.Question.Event) ? draft : null;

    public Task SaveAsync(CaseNumber number, MinistryRequest request, AnswerDraft draft, CancellationToken cancellation) =>
        drafts.PutAsync(NameOf(number, request.Ministry), draft with { Question = request.Question.Event }, cancellation);

    /// <summary>Takes the draft away, when the question has ended by whatever way.</summary>
    public Task DeleteAsync(CaseNumber number, Ministry ministry, CancellationToken cancellation) =>
        drafts.DeleteAsync(NameOf(number, ministry), cancellation);

    public async Task ForgetAsync(CaseFile file, CancellationToken cancellation)
    {
        foreach (var ministry in file.State.Requests.Select(r => r.Ministry).Distinct())
        {
            await DeleteAsync(file.Number, ministry, cancellation);
        }
    }

    private static string NameOf(CaseNumber number, Ministry ministry) => $"{number.Value}/{ministry.Slug()}.json";
}

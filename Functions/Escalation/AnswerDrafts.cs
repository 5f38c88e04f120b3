using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>A half answer, kept until it is given: whoever has the question at the ministry goes on where it was left.</summary>
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
public sealed class AnswerDrafts(BlobServiceClient blobs) : ICaseLeftover
{
    public const string Container = "answer-drafts";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public async Task<AnswerDraft?> FindAsync(CaseNumber number, MinistryRequest request, CancellationToken cancellation)
    {
        try
        {
            var draft = (await Blob(number, request.Ministry).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson(EscalationJson.Default.AnswerDraft)!;
            return draft.Question is null || draft.Question == request.Question.Event ? draft : null;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public Task SaveAsync(CaseNumber number, MinistryRequest request, AnswerDraft draft, CancellationToken cancellation) => Blob(number, request.Ministry).UploadAsync(
        new BinaryData(JsonSerializer.SerializeToUtf8Bytes(draft with { Question = request.Question.Event }, EscalationJson.Default.AnswerDraft)), overwrite: true, cancellation);

    /// <summary>Takes the draft away, when the question has ended by whatever way.</summary>
    public Task DeleteAsync(CaseNumber number, Ministry ministry, CancellationToken cancellation) =>
        Blob(number, ministry).DeleteIfExistsAsync(cancellationToken: cancellation);

    public async Task ForgetAsync(CaseFile file, CancellationToken cancellation)
    {
        foreach (var ministry in file.State.Requests.Select(r => r.Ministry).Distinct())
        {
            await DeleteAsync(file.Number, ministry, cancellation);
        }
    }

    private BlobClient Blob(CaseNumber number, Ministry ministry) => container.GetBlobClient($"{number.Value}/{ministry.Slug()}.json");
}

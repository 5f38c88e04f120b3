using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>A half answer, kept until it is given: whoever has the question at the ministry goes on where it was left.</summary>
public sealed record AnswerDraft
{
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

    public async Task<AnswerDraft?> FindAsync(CaseNumber number, Ministry ministry, CancellationToken cancellation)
    {
        try
        {
            return (await Blob(number, ministry).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson(EscalationJson.Default.AnswerDraft);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public Task SaveAsync(CaseNumber number, Ministry ministry, AnswerDraft draft, CancellationToken cancellation) =>
        Blob(number, ministry).UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(draft, EscalationJson.Default.AnswerDraft)), overwrite: true, cancellation);

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

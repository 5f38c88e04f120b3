using System.Globalization;
using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>Stores drafts of answers in a private blob outside the case, where the desk cannot read them.</summary>
public sealed class AnswerDrafts(BlobServiceClient blobs) : ICaseDataEraser
{
    public const string Container = "answer-drafts";

    private readonly JsonBlobStore<AnswerDraft> drafts = new(
        blobs.GetBlobContainerClient(Container), EscalationJson.Default.AnswerDraft);

    public async Task<AnswerDraft?> FindAsync(CaseNumber number, MinistryRequest request, CancellationToken cancellation) =>
        await drafts.FindAsync(NameOf(number, request.Ministry), cancellation) is var draft && IsOf(request, draft)
            ? draft : null;

    /// <summary>Saves a draft, unless another one was saved since <paramref name="seen"/> was read.</summary>
    /// <param name="number">The case.</param>
    /// <param name="request">The question.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="seen">The version that its writer read; 0 for none.</param>
    /// <param name="cancellation">The cancellation token.</param>
    /// <returns>The newer draft, which remains; null when there is none.</returns>
    public async Task<AnswerDraft?> SaveAsync(
        CaseNumber number, MinistryRequest request, AnswerDraft draft, long? seen, CancellationToken cancellation)
    {
        AnswerDraft? newer = null;
        await drafts.ChangeAsync(NameOf(number, request.Ministry), stored =>
        {
            var current = IsOf(request, stored) ? stored : null;
            newer = seen is not null && current is not null && current.Version != seen && !current.SaysTheSameAs(draft)
                ? current : null;
            return newer is null ? draft with { Question = request.Question.Event } : null;
        }, cancellation);
        return newer;
    }

    private static bool IsOf(MinistryRequest request, AnswerDraft? draft) =>
        draft is not null && (draft.Question is null || draft.Question == request.Question.Event);

    /// <summary>
    /// Ends the draft of a question that was answered. What a colleague had typed besides the answer is laid aside for the page of
    /// the answer, where the next question to this ministry cannot overwrite it.
    /// </summary>
    public async Task EndAsync(CaseFile file, MinistryRequest request, CancellationToken cancellation)
    {
        if (await FindAsync(file.Number, request, cancellation) is { } draft && IsBeside(file, request, draft))
        {
            await drafts.PutAsync(NameOfLeft(file.Number, request), draft, cancellation);
        }

        await drafts.DeleteAsync(NameOf(file.Number, request.Ministry), cancellation);
    }

    /// <summary>Returns what was typed of an answer and not sent, now that another was given; empty when there is nothing.</summary>
    public async Task<string> LeftAsync(CaseFile file, MinistryRequest request, CancellationToken cancellation) =>
        (await drafts.FindAsync(NameOfLeft(file.Number, request), cancellation)
            ?? await FindAsync(file.Number, request, cancellation)) is { } draft && IsBeside(file, request, draft)
            ? draft.Text : "";

    public async Task ForgetAsync(CaseFile file, ErasedData what, CancellationToken cancellation)
    {
        await foreach (var draft in drafts.ListAsync($"{file.Number.Value}/", cancellation))
        {
            await drafts.DeleteAsync(draft.Name, cancellation);
        }
    }

    private static bool IsBeside(CaseFile file, MinistryRequest request, AnswerDraft draft) =>
        TextSanitizer.Clean(draft.Text) is { Length: > 0 } typed
            && (request.Status == RequestStatus.NotOurs || typed != file.Text(request.Answer));

    private static string NameOfLeft(CaseNumber number, MinistryRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{number.Value}/{request.Ministry.Slug()}-{request.Question.Event}.json");

    private static string NameOf(CaseNumber number, Ministry ministry) => $"{number.Value}/{ministry.Slug()}.json";
}

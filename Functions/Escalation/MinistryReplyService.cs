using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Executes a ministry's reactions to its question, authorised by the code in its link. A wrong, used, expired or
/// altered code gets the same response.
/// </summary>
public sealed class MinistryReplyService(
    CaseStore store, CaseService service, ContactBook contacts, AnswerDrafts drafts, MinistryReplyRules rules, TimeProvider clock)
{
    internal const string NotNeeded = "Je hoeft niet meer te reageren: deze vraag is niet meer nodig.";

    private const int DaysAfterTerm = 90;

    /// <summary>The number of days for which a ministry can read its answer with the same link.</summary>
    public const int ReadableDays = 90;

    /// <summary>The hash to compare with when there is no other, so that every response takes the same work.</summary>
    private static readonly string NoCode = ReplyCode.New(CaseNumber.Parse("RR-2026-00000"), Ministry.Vws).Hash();

    private DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    /// <summary>Returns the case whose open question the code opens; null for any other code.</summary>
    public async Task<(CaseFile File, MinistryRequest Request)?> OpenAsync(ReplyCode code, CancellationToken cancellation) =>
        await store.FindAsync(code.Case, cancellation) is { } file && Opened(code, file) is { HasEnded: false } request
            ? (file, request) : Miss(code);

    /// <summary>
    /// Returns the request of a code that needs no answer any more; null for any other code. It reveals no more than
    /// the mail did.
    /// </summary>
    public async Task<MinistryRequest?> NeedlessAsync(ReplyCode code, CancellationToken cancellation) =>
        await store.FindAsync(code.Case, cancellation) is { } file
            && Opened(code, file) is { Status: RequestStatus.NoLongerNeeded } request ? request : null;

    /// <summary>
    /// Returns the request of a code that was answered recently, for reading only; null for any other code.
    /// </summary>
    public async Task<(CaseFile File, MinistryRequest Request)?> AnsweredAsync(
        ReplyCode code, CancellationToken cancellation) =>
        await store.FindAsync(code.Case, cancellation) is { } file
            && file.State.RequestTo(code.Ministry) is { Status: RequestStatus.Answered or RequestStatus.NotOurs } request
            && code.Matches(request.LinkHash) && WorkingDays.DayOf(request.EndedAt!.Value).AddDays(ReadableDays) >= Today
            ? (file, request) : Miss(code);

    /// <summary>
    /// Returns the case of a code that opens something to read for anyone who proves access to the ministry: its open
    /// question, its answer, or a draft of an answer that is no longer needed. Null for any other code.
    /// </summary>
    public async Task<CaseFile?> ReadableAsync(ReplyCode code, CancellationToken cancellation) =>
        await OpenAsync(code, cancellation) is var (file, _) ? file
        : await AnsweredAsync(code, cancellation) is var (answered, _) ? answered
        : await NeedlessAsync(code, cancellation) is { } request
        && await drafts.FindAsync(code.Case, request, cancellation) is not null
            ? await store.FindAsync(code.Case, cancellation) : null;

    /// <summary>Executes a reaction; the same answer twice changes nothing.</summary>
    public async Task<CommandResult> ReactAsync(ReplyCode code, ReactionRequest reaction, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var settings = await contacts.OfAsync(code.Ministry, cancellation);
        return await service.ActAsync(code.Case, file =>
            Opened(code, file) is not { } request ? new Decision.Hide()
            : request.Status == RequestStatus.NoLongerNeeded ? new Decision.Refuse(NotNeeded)
            : (request.HasEnded && !IsRepeated(file, request, reaction)) ? new Decision.Hide()
            : request.HasEnded ? new Decision.AlreadyDone()
            : CaseRules.Refusal(file.State, CaseStep.ReplyAsMinistry) is { } refusal ? new Decision.Refuse(refusal)
            : rules.Decide(file, request, reaction, settings, Today), workflows, cancellation);
    }

    private MinistryRequest? Opened(ReplyCode code, CaseFile file) =>
        file.State.RequestTo(code.Ministry) is { } request && code.Matches(request.LinkHash)
            && LastDayOf(request) >= Today ? request
            : null;

    /// <summary>
    /// Returns the last day of a link, which covers the term of its question, so that an open question can be answered.
    /// </summary>
    private static DateOnly LastDayOf(MinistryRequest request) =>
        request.ReplyBefore.AddDays(DaysAfterTerm) is var afterTerm && afterTerm > request.LinkExpiresOn ? afterTerm
            : request.LinkExpiresOn;

    private static (CaseFile, MinistryRequest)? Miss(ReplyCode code)
    {
        code.Matches(NoCode);
        return null;
    }

    /// <summary>Whether the answer repeats the one before, because the response was lost.</summary>
    private static bool IsRepeated(CaseFile file, MinistryRequest request, ReactionRequest reaction) =>
        reaction.Kind == (request.Status == RequestStatus.Answered ? ReactionKind.Answer : ReactionKind.NotOurs)
        && file.Text(request.Answer) == TextSanitizer.Clean(reaction.Text);
}

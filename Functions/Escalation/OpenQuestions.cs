using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Finds the open questions of a mailbox: all of the ministry for the functional mailbox and the second contact, those
/// passed on to that address for a colleague.
/// </summary>
public sealed class OpenQuestions(CaseIndex index, CaseStore store, ContactBook contacts, ProtectedSecrets secrets)
{
    /// <summary>Returns all open questions, the nearest term first.</summary>
    public async Task<IReadOnlyList<(CaseFile File, MinistryRequest Request)>> OfAsync(
        Mailbox mailbox, CancellationToken cancellation)
    {
        var settings = await contacts.OfAsync(mailbox.Ministry, cancellation);
        var questions = new List<(CaseFile File, MinistryRequest Request)>();
        await foreach (var row in index.OpenAsync(cancellation))
        {
            if (row.Ministries.Contains(mailbox.Ministry) && row.Status is CaseStatus.AtMinistries
                or CaseStatus.WaitingForReporter
                && await store.FindAsync(row.Number, cancellation) is { } file
                && OpenIn(file, mailbox, settings) is { } request)
            {
                questions.Add((file, request));
            }
        }

        return [.. questions.OrderBy(question => question.Request.ReplyBefore).ThenBy(question => question.File.Number.Value,
            StringComparer.Ordinal)];
    }

    /// <summary>
    /// Returns the session to read and answer one of them; null when it is not of this mailbox, or no longer open.
    /// </summary>
    public async Task<ReactionSession?> SessionOfAsync(Mailbox mailbox, CaseNumber number, CancellationToken cancellation) =>
        await store.FindAsync(number, cancellation) is { } file
            && OpenIn(file, mailbox, await contacts.OfAsync(mailbox.Ministry, cancellation)) is not null
            ? SessionOf(file, mailbox.Ministry) : null;

    /// <summary>
    /// Returns the session of one of the caller's questions; null when its link cannot be decrypted any more.
    /// </summary>
    public ReactionSession? SessionOf(CaseFile file, Ministry ministry) =>
        ReplyCode.TryParse(
            secrets.UnprotectOrNull(file.Private.Secrets.GetValueOrDefault(EscalationService.LinkOf(ministry))), out var code)
            ? new ReactionSession(code, IsVerified: true) : null;

    private static MinistryRequest? OpenIn(CaseFile file, Mailbox mailbox, MinistryContacts settings) =>
        file.State.IsOpen && file.State.RequestTo(mailbox.Ministry) is { HasEnded: false } request
            && (mailbox.Is(settings.Mailbox) || mailbox.Is(settings.SecondContact)
                || mailbox.Is(file.Private.Addresses.GetValueOrDefault(RecipientAddresses.ColleagueOf(mailbox.Ministry))))
            ? request : null;
}

using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Notifications;

/// <summary>Which events the reporter is mailed about, and whether such a mail has come to its end.</summary>
public static class ReporterMails
{
    /// <summary>
    /// Whether the reporter is mailed about an event: there is an address, and there was one then, so that nothing old is sent to somebody
    /// new.
    /// </summary>
    public static bool IsMailedAbout(CaseEvent e, CaseFile file) => file.Private.Reporter?.Email is not null && WasReachable(e, file);

    /// <summary>
    /// Whether the reporter was not told yet of what an event of the case promises: the mail did not leave, or did not arrive. One that did
    /// not arrive waits for a colleague, who sends it again or says that the reporter knows.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="number">The number of the event.</param>
    /// <param name="mail">What became of its mail.</param>
    public static bool IsStillToBeTold(CaseFile file, int number, string? mail) =>
        (mail is null || IsTrouble(mail)) && IsMailedAbout(file.Events[number - 1], file);

    /// <summary>Whether a mail did not arrive, and nobody has settled that. One that was reported as spam did arrive.</summary>
    public static bool IsTrouble(string? mail) => EnumNames.TryParseSlug<MailState>(mail, out var state)
        && state is MailState.Failed or MailState.Bounced or MailState.Dropped;

    /// <summary>Whether the reporter could be reached at the time of an event.</summary>
    private static bool WasReachable(CaseEvent e, CaseFile file) => file.Events.TakeWhile(earlier => earlier.Number <= e.Number)
        .Aggregate(false, (reachable, earlier) => earlier.What switch
        {
            CaseReported reported => !reported.Anonymous,
            ContactChanged { Follower: null } changed => changed.Reachable,
            _ => reachable,
        });
}

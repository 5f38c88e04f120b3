using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Notifications;

/// <summary>Decides which events the reporter is mailed about, and whether such a mail has ended.</summary>
public static class ReporterMails
{
    /// <summary>
    /// Whether the reporter is mailed about an event: there is an address, and there was one at the time of the event,
    /// so that old news is not sent to a new address.
    /// </summary>
    public static bool IsMailedAbout(CaseEvent e, CaseFile file) =>
        file.Private.Reporter?.Email is not null && WasReachable(e, file);

    /// <summary>
    /// Whether the reporter has not been notified yet of an event that requires it: the mail was not sent, or did not
    /// arrive. An undelivered mail waits for a colleague, who sends it again or settles it.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="number">The number of the event.</param>
    /// <param name="mail">The state of its mail.</param>
    public static bool IsStillToBeNotified(CaseFile file, int number, string? mail) =>
        (mail is null || IsTrouble(mail)) && IsMailedAbout(file.Events[number - 1], file);

    /// <summary>Whether a mail did not arrive and was not settled. One that was reported as spam did arrive.</summary>
    public static bool IsTrouble(string? mail) => EnumNames.TryParseSlug<MailState>(mail, out var state)
        && (state == MailState.Failed || state.CameBack());

    /// <summary>Whether the case had an address of the reporter at the time of an event.</summary>
    private static bool WasReachable(CaseEvent e, CaseFile file) =>
        file.Events.TakeWhile(earlier => earlier.Number <= e.Number)
        .Aggregate(false, (reachable, earlier) => earlier.What switch
        {
            CaseReported reported => !reported.Anonymous,
            ContactChanged { Follower: null } changed => changed.Reachable,
            _ => reachable,
        });
}

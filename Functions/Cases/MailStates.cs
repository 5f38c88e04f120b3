namespace RegelLoket.Cases;

public static class MailStates
{
    /// <summary>Whether the mail service or the server of the recipient did not take the mail.</summary>
    public static bool CameBack(this MailState state) => state is MailState.Bounced or MailState.Blocked or MailState.Dropped;

    /// <summary>Whether the mail did not arrive, as far as is known.</summary>
    public static bool IsTrouble(this MailState state) =>
        state is MailState.Failed or MailState.ReportedAsSpam || state.CameBack();
}

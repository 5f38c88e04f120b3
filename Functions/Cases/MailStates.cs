namespace RegelLoket.Cases;

public static class MailStates
{
    /// <summary>Whether the mail did not arrive, as far as is known.</summary>
    public static bool IsTrouble(this MailState state) =>
        state is MailState.Failed or MailState.Bounced or MailState.Dropped or MailState.ReportedAsSpam;
}

using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Addresses of the mails that wait or failed.</summary>
public static class NotificationRoutes
{
    public const string Post = "/werkbank/post";

    /// <summary>Returns the address of the mails of a case.</summary>
    public static string Mails(CaseNumber number) => $"/werkbank/zaken/{number}/mails";
}

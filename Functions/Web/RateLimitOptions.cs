namespace RegelLoket.Web;

/// <summary>
/// The rate limits for one address and for all together: section <c>RateLimits</c>. They are generous, since a whole
/// institution may share one address.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>The burst of changes (POST, PUT, DELETE) for one address, restored at the rate below.</summary>
    public int ChangesPerAddress { get; init; } = 600;

    public int ChangesPerAddressPerSecond { get; init; } = 10;

    /// <summary>The burst of changes for all addresses together, restored at the rate below.</summary>
    public int ChangesInAll { get; init; } = 5000;

    public int ChangesInAllPerSecond { get; init; } = 200;

    /// <summary>The burst of wrong codes for one address; one is restored every six seconds.</summary>
    public int WrongCodesPerAddress { get; init; } = 20;

    /// <summary>The burst of mails that one address may request; one is restored each minute.</summary>
    public int MailsPerAddress { get; init; } = 10;

    /// <summary>The daily number of mails that one address may request, across all instances.</summary>
    public int MailsPerAddressPerDay { get; init; } = 300;

    /// <summary>The daily number of mails, including receipts, by anonymous users to one e-mail address.</summary>
    public int MailsPerRecipientPerDay { get; init; } = 50;

    /// <summary>
    /// The daily number of mails to one e-mail address that ask to confirm that the library is followed: few, since
    /// anybody may type the address of another.
    /// </summary>
    public int FollowMailsPerRecipientPerDay { get; init; } = 5;

    /// <summary>The daily number of reports from one address: by the form, and by the API those that cause a mail.</summary>
    public int ReportsPerAddressPerDay { get; init; } = 2000;

    /// <summary>
    /// The id of the Azure Front Door before the app, which it sends as <c>X-Azure-FDID</c>; empty when there is none. Of
    /// requests with that id, the caller is who <c>X-Azure-ClientIP</c> names.
    /// </summary>
    public string FrontDoorId { get; init; } = "";

    /// <summary>The daily number of files that one address may send, across all instances.</summary>
    public int FilesPerAddressPerDay { get; init; } = 500;

    /// <summary>The number of times that one address may join the same published case in a day.</summary>
    public int JoinsPerAddressPerDay { get; init; } = 20;
}

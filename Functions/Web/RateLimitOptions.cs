namespace RegelLoket.Web;

/// <summary>
/// How much one address, and everybody together, may ask: section <c>RateLimits </c>. Generous, since a whole institution may share one
/// address.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>Changes (POST, PUT, DELETE) that one address may make in a burst, and how many come back each second.</summary>
    public int ChangesPerAddress { get; init; } = 600;

    public int ChangesPerAddressPerSecond { get; init; } = 10;

    /// <summary>Changes that all addresses together may make in a burst, and how many come back each second.</summary>
    public int ChangesInAll { get; init; } = 5000;

    public int ChangesInAllPerSecond { get; init; } = 200;

    /// <summary>Wrong codes that one address may try in a burst; one comes back every six seconds.</summary>
    public int WrongCodesPerAddress { get; init; } = 20;

    /// <summary>Mails that one address may ask for in a burst; one comes back each minute.</summary>
    public int MailsPerAddress { get; init; } = 10;

    /// <summary>Mails that one address may ask for in a day, at all instances together.</summary>
    public int MailsPerAddressPerDay { get; init; } = 300;

    /// <summary>Mails, receipts included, that people who are not known may send to one e-mail address in a day.</summary>
    public int MailsPerRecipientPerDay { get; init; } = 50;

    /// <summary>Reports that one address may send by the API in a day.</summary>
    public int ReportsPerAddressPerDay { get; init; } = 2000;

    /// <summary>
    /// The id of the Azure Front Door before the app, which it sends as <c>X-Azure-FDID</c>; empty when there is none. Of
    /// requests with that id, the caller is who <c>X-Azure-ClientIP</c> names.
    /// </summary>
    public string FrontDoorId { get; init; } = "";

    /// <summary>How often one address may join the same published case in a day.</summary>
    public int JoinsPerAddressPerDay { get; init; } = 20;
}

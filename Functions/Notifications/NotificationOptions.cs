using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Notifications;

/// <summary>Who sends mails, to whom they may go, and how long sending may take.</summary>
public sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>The sender of every mail; on the desk's own domain.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "loket@regelloket.example";

    [Required]
    public string FromName { get; set; } = "RegelLoket";

    /// <summary>The mailbox of the analysts together.</summary>
    [Required, EmailAddress]
    public string TeamMailbox { get; set; } = "analisten@regelloket.example";

    [Required, EmailAddress]
    public string CoordinatorMailbox { get; set; } = "coordinatie@regelloket.example";

    /// <summary>Mailboxes of colleagues whose sign-in name is no e-mail address.</summary>
    public IDictionary<string, string> Colleagues { get; set; } = new Dictionary<string, string>();

    /// <summary>The domains to which mail may go outside production; other mails are kept back.</summary>
    public IList<string> AllowedDomains { get; set; } = [];

    /// <summary>Whether mail may go to every domain: in production, and never beside a development identity.</summary>
    public bool IsProduction { get; internal set; }

    /// <summary>
    /// The domain whose mail comes in through the inbound webhook; without it a reply goes to the address of the site, as everywhere.
    /// </summary>
    public string InboundDomain { get; set; } = "";

    /// <summary>For how many days is kept that a mail of no case did not arrive.</summary>
    [Range(1, 365)]
    public int DirectMailDays { get; set; } = 30;

    /// <summary>How often sending is tried before somebody has to look.</summary>
    [Range(1, 50)]
    public int MaximumAttempts { get; set; } = 10;

    /// <summary>When the claim of a sender expires.</summary>
    public TimeSpan Claim { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a step of a workflow waits for its mails; the queue looks after those that take longer.</summary>
    public TimeSpan StepPatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long sending is paused after the mail service refused the desk.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMinutes(15);
}

using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Notifications;

/// <summary>The sender, the allowed recipients and the timing of mails.</summary>
public sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>The sender of every mail, on the desk's own domain.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "loket@regelloket.example";

    [Required]
    public string FromName { get; set; } = "RegelLoket";

    /// <summary>The mailbox of the analysts together.</summary>
    [Required, EmailAddress]
    public string TeamMailbox { get; set; } = "analisten@regelloket.example";

    [Required, EmailAddress]
    public string CoordinatorMailbox { get; set; } = "coordinatie@regelloket.example";

    /// <summary>The mailboxes of colleagues whose sign-in name is not an e-mail address, by that name, or by their id at the identity
    /// provider, which tells two with the same name apart and outlasts another name.</summary>
    public IDictionary<string, string> Colleagues { get; set; } = new Dictionary<string, string>();

    /// <summary>The domains to which mail is allowed outside production; other mails are blocked.</summary>
    public IList<string> AllowedDomains { get; set; } = [];

    /// <summary>Whether mail may go to every domain: in production, and never with a development identity.</summary>
    public bool IsProduction { get; internal set; }

    /// <summary>
    /// The domain whose mail comes in through the inbound webhook; without it a reply goes to the address of the site,
    /// as everywhere.
    /// </summary>
    public string InboundDomain { get; set; } = "";

    /// <summary>The number of days for which a failed mail without a case is recorded.</summary>
    [Range(1, 365)]
    public int DirectMailDays { get; set; } = 30;

    /// <summary>The maximum number of attempts before manual attention is needed.</summary>
    [Range(1, 50)]
    public int MaximumAttempts { get; set; } = 10;

    /// <summary>The time after which the claim of a sender expires.</summary>
    public TimeSpan Claim { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The time for which a workflow's step waits for its mails before it leaves them to the queue.</summary>
    public TimeSpan StepPatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause in sending after the mail service refused the desk.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMinutes(15);
}

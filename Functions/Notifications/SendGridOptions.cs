using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Notifications;

/// <summary>How SendGrid is reached, and how its calls to us are recognised.</summary>
public sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    /// <summary>With a key, SendGrid carries the mail; its stand-in on a laptop takes any.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether SendGrid carries the mail.</summary>
    public bool IsInUse => ApiKey.Length > 0;

    /// <summary>Whether what carries the mail is a stand-in of SendGrid on this machine.</summary>
    public bool IsStandIn => IsInUse && Host.IsLoopback;

    [Required]
    public Uri Host { get; set; } = new("https://api.sendgrid.com");

    /// <summary>How long one call may take; a longer one leaves open whether the mail was taken.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The public key of the signed event webhook, as SendGrid shows it (base64 of its DER form). Without it no report is taken.
    /// </summary>
    public string WebhookKey { get; set; } = "";

    /// <summary>How old a signed report may be.</summary>
    public TimeSpan WebhookTolerance { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The password in the address of the inbound webhook (basic authentication). Without it no mail is taken in.</summary>
    public string InboundPassword { get; set; } = "";
}

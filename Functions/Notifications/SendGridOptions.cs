using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Notifications;

/// <summary>The connection to SendGrid, and the authentication of its webhooks.</summary>
public sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    /// <summary>The API key, with which SendGrid sends the mail; its local stand-in accepts any.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether mail is sent through SendGrid.</summary>
    public bool IsInUse => ApiKey.Length > 0;

    /// <summary>Whether mail is sent to a local stand-in of SendGrid.</summary>
    public bool IsStandIn => IsInUse && Host.IsLoopback;

    [Required]
    public Uri Host { get; set; } = new("https://api.sendgrid.com");

    /// <summary>The timeout of one call, after which it is unknown whether the mail was accepted.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The public key of the signed event webhook, as SendGrid shows it (base64 of its DER form). Without it all
    /// reports are rejected.
    /// </summary>
    public string WebhookKey { get; set; } = "";

    /// <summary>The maximum age of a signed report.</summary>
    public TimeSpan WebhookTolerance { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The password in the address of the inbound webhook (basic authentication). Without it all inbound mail is
    /// rejected.
    /// </summary>
    public string InboundPassword { get; set; } = "";
}

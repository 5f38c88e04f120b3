using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Notifications;

/// <summary>A mail server of the organisation's own, where SendGrid may not be used.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Smtp";

    private const int TlsPort = 465;

    /// <summary>With a host, this server carries the mail, unless SendGrid has a key.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>The encryption; by default what is usual on the port.</summary>
    public SmtpSecurity? Security { get; set; }

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Whether a certificate must be proved not to be revoked. Off for an authority of one's own that publishes no list.</summary>
    public bool CheckRevocation { get; set; } = true;

    /// <summary>How long a mail may take; a longer one leaves open whether it was taken.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether this server carries the mail.</summary>
    public bool IsInUse => Host.Length > 0;

    internal SmtpSecurity SecurityInUse => Security ?? (Port == TlsPort ? SmtpSecurity.Tls : SmtpSecurity.StartTls);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsInUse && SecurityInUse == SmtpSecurity.None && !new UriBuilder("smtp", Host).Uri.IsLoopback)
        {
            yield return new ValidationResult("Smtp:Security None is for a mail server on this machine alone.", [nameof(Security)]);
        }
    }
}

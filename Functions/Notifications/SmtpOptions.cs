using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Notifications;

/// <summary>The organisation's own mail server, where SendGrid may not be used.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Smtp";

    private const int TlsPort = 465;

    /// <summary>The host, with which this server sends the mail unless SendGrid has a key.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>The encryption; null for the usual one on the port.</summary>
    public SmtpSecurity? Security { get; set; }

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>
    /// Whether to check that the certificate was not revoked. Off for a private certificate authority without a
    /// revocation list.
    /// </summary>
    public bool CheckRevocation { get; set; } = true;

    /// <summary>The timeout of one mail, after which it is unknown whether it was accepted.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether mail is sent through this server.</summary>
    public bool IsInUse => Host.Length > 0;

    internal SmtpSecurity SecurityInUse => Security ?? (Port == TlsPort ? SmtpSecurity.Tls : SmtpSecurity.StartTls);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsInUse && SecurityInUse == SmtpSecurity.None && !new UriBuilder("smtp", Host).Uri.IsLoopback)
        {
            yield return new ValidationResult(
                "Smtp:Security None is for a mail server on this machine alone.", [nameof(Security)]);
        }
    }
}

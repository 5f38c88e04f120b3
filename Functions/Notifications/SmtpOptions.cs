using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Notifications;

/// <summary>A mail server of the organisation's own, for who may not use SendGrid.</summary>
public sealed class SmtpOptions
{
    public const string Section = "Smtp";

    /// <summary>With a host, this server carries the mail (unless SendGrid has a key).</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Whether the connection must be encrypted (STARTTLS). Off only for a server on the same machine.</summary>
    public bool StartTls { get; set; } = true;

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}

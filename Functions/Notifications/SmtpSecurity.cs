namespace RegelLoket.Notifications;

/// <summary>How a connection to a mail server is encrypted.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS from the first byte, usual on port 465.</summary>
    Tls,

    /// <summary>STARTTLS, usual on port 587; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>No encryption, for a server on this machine alone.</summary>
    None,
}

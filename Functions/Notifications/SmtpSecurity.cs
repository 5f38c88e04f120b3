namespace RegelLoket.Notifications;

/// <summary>The encryption of a connection to a mail server.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS from the first byte, usual on port 465.</summary>
    Tls,

    /// <summary>STARTTLS, usual on port 587; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>No encryption, for a server on the same machine only.</summary>
    None,
}

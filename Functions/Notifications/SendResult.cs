namespace RegelLoket.Notifications;

/// <summary>The result of handing a mail over.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The service accepted the mail.</summary>
    public sealed record Accepted(string? ProviderId) : SendResult;

    /// <summary>The service is busy, broken or unreachable.</summary>
    public sealed record TryLater(string Fault, TimeSpan? After = null) : SendResult;

    /// <summary>The service did not respond, so that it may have accepted the mail or not.</summary>
    public sealed record Unknown(string Fault) : SendResult;

    /// <summary>The service will never accept this mail.</summary>
    public sealed record Refused(string Fault) : SendResult;

    /// <summary>The server of the recipient refused the address at once, as a mail that comes back says later.</summary>
    public sealed record Returned(string Fault) : SendResult;

    /// <summary>The service refuses the desk itself, as for a wrong key; sending is paused.</summary>
    public sealed record Stopped(string Fault) : SendResult;
}

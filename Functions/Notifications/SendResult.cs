namespace RegelLoket.Notifications;

/// <summary>What came of handing a mail over.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The service has it.</summary>
    public sealed record Accepted(string? ProviderId) : SendResult;

    /// <summary>Not now: busy, broken or not reachable.</summary>
    public sealed record TryLater(string Fault, TimeSpan? After = null) : SendResult;

    /// <summary>The service may have it or not: its answer did not come.</summary>
    public sealed record Unknown(string Fault) : SendResult;

    /// <summary>This mail will never be taken.</summary>
    public sealed record Refused(string Fault) : SendResult;

    /// <summary>The desk itself is refused: a wrong or withdrawn key. Sending stops until somebody mends it.</summary>
    public sealed record Stopped(string Fault) : SendResult;
}

namespace RegelLoket.Escalation;

/// <summary>The result of requesting an access code, or of entering one.</summary>
public enum AccessOutcome
{
    /// <summary>The code was sent, or the code was right.</summary>
    Granted,

    /// <summary>The address does not belong to this ministry.</summary>
    ForeignAddress,

    /// <summary>The code is wrong, used or expired.</summary>
    WrongCode,

    /// <summary>Too many tries: the page is locked temporarily.</summary>
    Locked,

    /// <summary>The link does not open a question, or no longer.</summary>
    NoQuestion,

    /// <summary>The request failed and may be retried.</summary>
    Failed,

    /// <summary>The idempotency key was used for another request.</summary>
    KeyInUse,
}

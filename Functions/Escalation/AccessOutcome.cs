namespace RegelLoket.Escalation;

/// <summary>What came of asking for an access code, or of filling one in.</summary>
public enum AccessOutcome
{
    /// <summary>A code is on its way, or the code was right.</summary>
    Granted,

    /// <summary>The address is none of this ministry's.</summary>
    ForeignAddress,

    /// <summary>The code is wrong, was used or is too old.</summary>
    WrongCode,

    /// <summary>Too many tries: the page is locked for a while.</summary>
    Locked,

    /// <summary>The link opens no question (any more).</summary>
    NoQuestion,

    /// <summary>It could not be done; the same request may be sent again.</summary>
    Failed,

    /// <summary>The request's key was used for something else.</summary>
    KeyInUse,
}

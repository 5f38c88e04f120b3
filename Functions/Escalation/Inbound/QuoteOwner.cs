namespace RegelLoket.Escalation.Inbound;

/// <summary>Whose words a quotation holds.</summary>
internal enum QuoteOwner
{
    /// <summary>Nobody's: the line is not quoted.</summary>
    None,

    /// <summary>A mail of the desk.</summary>
    Desk,

    /// <summary>A mail of somebody else, which the desk may never have seen.</summary>
    Other,
}

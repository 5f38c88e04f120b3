namespace RegelLoket.Escalation.Inbound;

/// <summary>The owner of a quotation.</summary>
internal enum QuoteOwner
{
    /// <summary>No owner: the line is not quoted.</summary>
    None,

    /// <summary>A mail of the desk.</summary>
    Desk,

    /// <summary>A mail of another sender, which the desk may never have received.</summary>
    Other,
}

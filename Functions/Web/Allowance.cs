namespace RegelLoket.Web;

/// <summary>What a limit says of one more.</summary>
public enum Allowance
{
    Granted,

    /// <summary>Too many in a short time: in a moment it can be done.</summary>
    NotNow,

    /// <summary>Too many in a day: tomorrow it can be done.</summary>
    NotToday,
}

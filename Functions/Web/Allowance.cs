namespace RegelLoket.Web;

/// <summary>The answer of a rate limit to one more request.</summary>
public enum Allowance
{
    Granted,

    /// <summary>Too many in a short time; allowed again in a moment.</summary>
    NotNow,

    /// <summary>Too many in a day; allowed again tomorrow.</summary>
    NotToday,
}

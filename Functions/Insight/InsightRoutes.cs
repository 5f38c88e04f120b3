namespace RegelLoket.Insight;

/// <summary>Addresses of the figures; their pages are linked from everywhere.</summary>
public static class InsightRoutes
{
    /// <summary>All counts as a table.</summary>
    public const string Table = "/werkbank/inzicht.csv";
}

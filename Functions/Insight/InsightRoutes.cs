namespace RegelLoket.Insight;

/// <summary>Addresses of the figures.</summary>
public static class InsightRoutes
{
    /// <summary>All counts as a CSV table.</summary>
    public const string Table = "/werkbank/inzicht.csv";
}

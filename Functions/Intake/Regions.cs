namespace RegelLoket.Intake;

/// <summary>Where something happens, coarse enough to point at nobody: the provinces, or the whole country.</summary>
public static class Regions
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland", "Overijssel",
        "Utrecht", "Zeeland", "Zuid-Holland", "Heel Nederland",
    ];
}

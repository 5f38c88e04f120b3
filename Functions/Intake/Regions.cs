using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>The regions, coarse enough to identify nobody: the provinces, or the whole country.</summary>
public static class Regions
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland",
        "Overijssel",
        "Utrecht", "Zeeland", "Zuid-Holland", "Heel Nederland",
    ];

    /// <summary>Returns the region as in the list; null when it was left out or is not in the list.</summary>
    public static string? Check(string field, string? text, FieldErrors errors)
    {
        var region = TextSanitizer.CleanLine(text);
        errors.AddWhen(region.Length > 0 && !All.Contains(region), field, "Kies een regio uit de lijst.");
        return region.Length > 0 ? region : null;
    }
}

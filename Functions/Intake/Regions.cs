using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>Where something happens, coarse enough to point at nobody: the provinces, or the whole country.</summary>
public static class Regions
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland", "Overijssel",
        "Utrecht", "Zeeland", "Zuid-Holland", "Heel Nederland",
    ];

    /// <summary>The region as it is in the list; null when it was left out or is none of it.</summary>
    public static string? Check(string field, string? text, FieldErrors errors)
    {
        var region = TextSanitizer.CleanLine(text);
        errors.AddWhen(region.Length > 0 && !All.Contains(region), field, "Kies een regio uit de lijst.");
        return region.Length > 0 ? region : null;
    }
}

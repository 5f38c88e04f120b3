using System.Globalization;

namespace Training;

/// <summary>Counts how often owners are right, and writes the figures that docs/suggestion.md holds.</summary>
internal static class Scoreboard
{
    public const string Head = "| engine, set | size | exact | one owner | several | none kept clear | wrong name | every owner shown |\n"
        + "|---|---|---|---|---|---|---|---|";

    public static string Row(string name, IEnumerable<(int Owners, int Named, int Shown, bool Unknown)> results)
    {
        var all = results.ToList();
        var one = all.Where(result => int.PopCount(result.Owners) == 1).ToList();
        var several = all.Where(result => int.PopCount(result.Owners) > 1).ToList();
        var none = all.Where(result => result.Owners == 0).ToList();
        bool IsExact((int Owners, int Named, int Shown, bool Unknown) result) => !result.Unknown && result.Named == result.Owners;
        return $"| {name} | {all.Count} | {Share(all, IsExact)} | {Share(one, IsExact)} | {Share(several, IsExact)} "
            + $"| {Share(none, result => result.Named == 0)} | {Share(all, result => (result.Named & ~result.Owners) != 0)} "
            + $"| {Share(all, result => (result.Owners & ~result.Shown) == 0)} |";
    }

    private static string Share<T>(List<T> items, Func<T, bool> holds) =>
        items.Count == 0 ? "" : (100.0 * items.Count(holds) / items.Count).ToString("F1", CultureInfo.InvariantCulture);
}

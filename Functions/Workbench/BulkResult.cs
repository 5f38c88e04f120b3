using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>What came of giving many cases to one colleague: how many changed hands, to whom, and why the others did not.</summary>
/// <param name="Done">How many changed hands.</param>
/// <param name="To">The colleague; null when they are nobody's now.</param>
/// <param name="Refused">Those that did not, with the reason.</param>
public sealed record BulkResult(int Done, string? To, IReadOnlyList<(CaseNumber Number, string Reason)> Refused)
{
    /// <summary>What was done, in a line.</summary>
    public string Words => (Done == 1 ? "1 zaak" : $"{Done} zaken") + (To is null ? " terug in de bak" : $" gegeven aan {To}");
}

using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>The result of assigning many cases to one colleague.</summary>
/// <param name="Done">The number of cases that were reassigned.</param>
/// <param name="To">The colleague; null when the cases have no handler now.</param>
/// <param name="Refused">The cases that were not reassigned, with the reason.</param>
public sealed record BulkResult(int Done, string? To, IReadOnlyList<(CaseNumber Number, string Reason)> Refused)
{
    /// <summary>Summarises the result in one line.</summary>
    public string Words => (Done == 1 ? "1 zaak" : $"{Done} zaken") + (To is null ? " terug in de bak" : $" gegeven aan {To}");
}

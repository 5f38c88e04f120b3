using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.CaseLinks.Mails;

/// <summary>The key of a mail about two cases: it belongs to one and names the other.</summary>
internal static class MergeMailKey
{
    /// <summary>Parses the other case: <c>outcome.RR-2026-7KQ4M.12</c>.</summary>
    public static CaseNumber? CaseIn(string key) =>
        key.Split('.') is [_, var number, ..] && CaseNumber.TryParse(number, out var other) ? other : null;
}

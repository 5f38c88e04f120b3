using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// Selects the rules of a case that a ministry is asked about: those that the analyst chose, or else its own and those
/// with an unknown owner.
/// </summary>
public sealed class AskedRules(IRuleOwners owners)
{
    /// <summary>Returns the positions in the context analysis; null when that would be all rules, or none.</summary>
    public IReadOnlyList<int>? Of(CaseState state, MinistryQuestion question)
    {
        var rules = state.Context?.Rules ?? [];
        var chosen = question.Rules is { Count: > 0 } named ? named.Distinct().Order().ToList()
            : [.. Enumerable.Range(1, rules.Count).Where(place => IsFor(question.Ministry, owners.Of(rules[place - 1])))];
        return chosen.Count == 0 || chosen.Count == rules.Count ? null : chosen;
    }

    /// <summary>Returns the first position that does not exist in the case; null when all exist.</summary>
    public static int? Wrong(CaseState state, MinistryQuestion question) =>
        question.Rules?.Where(place => place < 1 || place > (state.Context?.Rules.Count ?? 0)).Select(place => (int?)place)
            .FirstOrDefault();

    private static bool IsFor(Ministry ministry, IReadOnlyList<Ministry> owners) =>
        owners.Count == 0 || owners.Contains(ministry);
}

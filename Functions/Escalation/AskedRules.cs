using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// Which rules of a case a ministry is asked about: those that the analyst named, or else its own and those of which
/// nobody knows whose they are.
/// </summary>
public sealed class AskedRules(IRuleOwners owners)
{
    /// <summary>The places in the context analysis; null where that would be all of them, or none.</summary>
    public IReadOnlyList<int>? Of(CaseState state, MinistryQuestion question)
    {
        var rules = state.Context?.Rules ?? [];
        var chosen = question.Rules is { Count: > 0 } named ? named.Distinct().Order().ToList()
            : [.. Enumerable.Range(1, rules.Count).Where(place => IsFor(question.Ministry, owners.Of(rules[place - 1])))];
        return chosen.Count == 0 || chosen.Count == rules.Count ? null : chosen;
    }

    /// <summary>The first place that names no rule of the case; null when all do.</summary>
    public static int? Wrong(CaseState state, MinistryQuestion question) =>
        question.Rules?.Where(place => place < 1 || place > (state.Context?.Rules.Count ?? 0)).Select(place => (int?)place)
            .FirstOrDefault();

    private static bool IsFor(Ministry ministry, IReadOnlyList<Ministry> owners) =>
        owners.Count == 0 || owners.Contains(ministry);
}

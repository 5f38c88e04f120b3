using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Finds answers that an analyst has to compare.</summary>
public static class Contradictions
{
    public static IReadOnlyList<Contradiction> Of(CaseState state)
    {
        var ended = state.Requests.GroupBy(r => r.Ministry).Select(g => g.Last()).Where(r => r.HasEnded).ToList();
        var found = new List<Contradiction>();
        for (var i = 0; i < ended.Count; i++)
        {
            for (var j = i + 1; j < ended.Count; j++)
            {
                found.AddRange(Between(ended[i], ended[j]));
            }
        }

        if (ended.Count > 1 && ended.All(r => r.Status == RequestStatus.NotOurs))
        {
            found.Add(new Contradiction(ended[0].Ministry, ended[1].Ministry, null, null, null));
        }

        return found;
    }

    private static IEnumerable<Contradiction> Between(MinistryRequest one, MinistryRequest other)
    {
        if (Differ(one.Stance, other.Stance))
        {
            yield return new Contradiction(one.Ministry, other.Ministry, null, one.Stance, other.Stance);
        }

        foreach (var rule in one.Rules)
        {
            if (other.Rules.FirstOrDefault(r => r.Rule == rule.Rule) is { } same && Differ(rule.Stance, same.Stance))
            {
                yield return new Contradiction(one.Ministry, other.Ministry, rule.Rule, rule.Stance, same.Stance);
            }
        }
    }

    private static bool Differ(AnswerStance? one, AnswerStance? other) =>
        one is not (null or AnswerStance.Other) && other is not (null or AnswerStance.Other) && one != other;
}

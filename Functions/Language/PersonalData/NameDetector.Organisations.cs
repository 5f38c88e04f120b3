using System.Collections.Frozen;

namespace RegelLoket.Language.PersonalData;

/// <summary>Surnames that are part of the name of an organisation, a law or a method.</summary>
internal static partial class NameDetector
{
    private static readonly FrozenSet<string> OrganisationBefore = WordSet.Load("organisation-before");
    private static readonly FrozenSet<string> OrganisationAfter = WordSet.Load("organisation-after");

    /// <summary>People after whom institutions are named.</summary>
    private static readonly FrozenSet<string> Namesakes = WordSet.Load("namesakes");

    private static bool IsInsideOrganisation(string text, List<NameWord> words, int i)
    {
        if (i > 0 && words[i - 1].Plain == "het" && OnlyBlank(text, words, i - 1) && words[i]
            .IsCapitalised && (i < 2 || !Particles.Contains(words[i - 2].Plain)))
        {
            return true;
        }

        for (var back = 1; back <= 3 && i - back >= 0 && Joined(text, words, i - back); back++)
        {
            var word = words[i - back];
            if (OrganisationBefore.Contains(word.Plain) || word.Text.Contains('-', StringComparison.Ordinal)
                && OrganisationBefore.Contains(word.Plain.Split('-')[0]))
            {
                return true;
            }

            if (!word.IsCapitalised && !Particles.Contains(word.Plain))
            {
                return false;
            }
        }

        var hyphen = words[i].Plain.Split('-');
        return hyphen.Length > 1 && (OrganisationBefore.Contains(hyphen[0]) || OrganisationAfter.Contains(hyphen[^1]));
    }

    private static bool IsNamesake(List<NameWord> words, int i) =>
        Enumerable.Range(1, 3).Any(more => i + more < words.Count
            && Namesakes.Contains(string.Join(' ', words.Skip(i).Take(more + 1).Select(word => word.Plain))));

    private static bool IsFollowedByOrganisation(string text, List<NameWord> words, int i)
    {
        for (var next = i + 1; next <= i + 4 && next < words.Count && Joined(text, words, next - 1); next++)
        {
            if (OrganisationAfter.Contains(words[next].Plain)
                && (words[next].IsCapitalised || words[next].Plain is "bv" or "ziekenhuis" or "school" or "syndroom" or "college"))
            {
                return true;
            }

            if (!words[next].IsCapitalised && !Particles.Contains(words[next].Plain))
            {
                return false;
            }
        }

        return false;
    }
}

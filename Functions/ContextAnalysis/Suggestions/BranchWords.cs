using RegelLoket.Cases;
using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>Suggests the branche from the places, clients and professions that a report names.</summary>
internal sealed class BranchWords
{
    private static readonly Dictionary<Branche, string> WordsOf = new()
    {
        [Branche.Ambulancezorg] = "ambulance ambulancezorg meldkamer zwaailicht ambulancechauffeur rav ambulanceverpleegkundige "
            + "ambulancedienst",
        [Branche.Eerstelijnszorg] = "fysiotherapeut fysiotherapie tandarts tandartspraktijk apotheek apotheker logopedist dietist "
            + "verloskundige mondhygienist oefentherapeut gezondheidscentrum eerstelijn ergotherapeut",
        [Branche.GeestelijkeGezondheidszorg] = "ggz psychiatrie psychiater psycholoog verslavingszorg psychiatrisch zorgmachtiging "
            + "wvggz psychose therapeut crisisdienst",
        [Branche.Gehandicaptenzorg] = "gehandicaptenzorg gehandicapten gehandicapt beperking dagbesteding woongroep begeleider "
            + "gezinsvervangend lvb",
        [Branche.Ggd] = "ggd jeugdarts jeugdgezondheidszorg consultatiebureau infectieziekten vaccinatielocatie forensisch",
        [Branche.Huisartsenzorg] = "huisarts huisartsenpraktijk doktersassistent praktijkondersteuner huisartsenpost poh spreekuur",
        [Branche.Jeugdzorg] = "jeugdzorg jeugdhulp jeugdbescherming gezinshuis pleegzorg skj groepsleider jongeren "
            + "jeugdreclassering jeugdigen",
        [Branche.Kraamzorg] = "kraamzorg kraamverzorgende bevalling kraambureau kraamgezin kraamvrouw",
        [Branche.Onderwijs] = "roc mbo docent hogeschool school onderwijsinstelling klas lesgeven leraar lesprogramma",
        [Branche.Ouderenzorg] = "ouderenzorg verpleeghuis verzorgingshuis bejaarden bejaardenhuis dementie ouderen woonzorgcentrum "
            + "vvt bewoners",
        [Branche.SociaalWerk] = "welzijn maatschappelijk buurthuis jongerenwerk schuldhulp opbouwwerk buurtwerk sociaalwerk "
            + "welzijnswerk wijkteam",
        [Branche.Thuiszorg] = "thuiszorg wijkverpleging wijkverpleegkundige wijkzuster huishoudelijke thuishulp wijk wijkteam "
            + "buurtzorg steunkousen",
        [Branche.Ziekenhuiszorg] = "ziekenhuis operatiekamer intensive polikliniek umc seh ic ok operatieassistent dialyse "
            + "spoedeisende medisch",
    };

    private readonly Dictionary<string, List<Branche>> byStem = new(StringComparer.Ordinal);

    public BranchWords()
    {
        foreach (var (branche, words) in WordsOf)
        {
            foreach (var word in words.Split(' '))
            {
                var stem = DutchStemmer.Stem(word);
                (byStem.TryGetValue(stem, out var list) ? list : byStem[stem] = []).Add(branche);
            }
        }
    }

    /// <summary>Returns the branche with the most words; null when there is none or a tie.</summary>
    public Suggested<Branche>? Suggest(ReportText report)
    {
        if (report.Branche is { } chosen)
        {
            return new Suggested<Branche>(chosen, 1, []);
        }

        var found = new List<(Branche Branche, SuggestionWord Word)>();
        foreach (var (field, text, weight) in report.Fields())
        {
            foreach (var token in Tokenizer.Tokenize(text))
            {
                foreach (var branche in byStem.GetValueOrDefault(token.Stem) ?? [])
                {
                    found.Add(
                        (branche, new SuggestionWord(field, token.Begin, token.End, text[token.Begin..token.End], weight)));
                }
            }
        }

        var ranked = found.GroupBy(entry => entry.Branche)
            .Select(group =>
                (group.Key, Weight: group.Sum(entry => entry.Word.Weight), Words: group.Select(entry => entry.Word).ToList()))
            .OrderByDescending(group => group.Weight).ToList();
        return ranked.Count == 0 || (ranked.Count > 1 && ranked[0].Weight - ranked[1].Weight < 0.01)
            ? null
            : new Suggested<Branche>(ranked[0].Key, ranked[0].Weight / ranked.Sum(group => group.Weight), ranked[0].Words);
    }
}

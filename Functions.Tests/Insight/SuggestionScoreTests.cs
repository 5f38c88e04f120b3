using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Insight;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Insight;

public sealed class SuggestionScoreTests
{
    [Fact]
    public void Of_CasesOfTwoVersions_CountsEachByWhatTheAnalystFound()
    {
        List<CaseFile> files =
        [
            Case("3-aaaa0000-cat1", [Ministry.Szw], false, [Ministry.Szw]),
            Case("3-aaaa0000-cat2", [Ministry.Vws, Ministry.Ocw], false, [Ministry.Vws]),
            Case("3-aaaa0000-cat2", [], true, []),
            Case("3-aaaa0000-cat2", [], false, [Ministry.Ocw]),
            Case("2-cat1", [Ministry.Vws], false, [Ministry.Szw]),
            CaseFiles.Of(CaseFiles.Reported(), Suggested("3-aaaa0000-cat2", [Ministry.Vws], false)),
        ];

        var scores = SuggestionScore.Of(files.Select(file => CaseFacts.Of(file).Suggestion).OfType<SuggestionFact>());

        Assert.Equal(["3-aaaa0000", "2"], scores.Select(score => score.Version));
        Assert.Equal((4, 2, 1), (scores[0].Compared, scores[0].Exact, scores[0].Unknown));
        Assert.Equal(new MinistryHits(Ministry.Vws, 1, 1, 1), scores[0].Ministries.Single(hits => hits.Ministry == Ministry.Vws));
        Assert.Equal(new MinistryHits(Ministry.Ocw, 1, 0, 1), scores[0].Ministries.Single(hits => hits.Ministry == Ministry.Ocw));
        Assert.Equal((1, 0), (scores[1].Compared, scores[1].Exact));
    }

    [Fact]
    public void Of_AnalysisMadeAnew_CountsTheNewestOnce()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), Suggested("3-aaaa0000-cat1", [Ministry.Szw], false), Analysed([Ministry.Vws]), Analysed([Ministry.Szw]));

        var score = Assert.Single(SuggestionScore.Of([CaseFacts.Of(file).Suggestion!]));

        Assert.Equal((1, 1), (score.Compared, score.Exact));
    }

    private static CaseFile Case(string version, Ministry[] suggested, bool none, Ministry[] found) =>
        CaseFiles.Of(CaseFiles.Reported(), Suggested(version, suggested, none), Analysed(found));

    private static ContextSuggested Suggested(string version, Ministry[] ministries, bool none) =>
        new() { EngineVersion = version, Ministries = ministries, NoneOfThree = none, Rules = [] };

    private static ContextAnalysed Analysed(Ministry[] ministries) =>
        new() { Source = RuleSource.Wet, Rules = [], Ministries = ministries, DueOn = CaseFiles.Due };
}

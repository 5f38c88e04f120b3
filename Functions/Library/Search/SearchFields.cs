using RegelLoket.Cases;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>The searched texts of an item, with the weight of a word in each of them.</summary>
internal static class SearchFields
{
    public static IEnumerable<(string Text, float Weight)> Of(LibraryItem item)
    {
        yield return (item.Title, 4);
        yield return (string.Join(' ', item.Themes.Select(t => t.Label())), 1);
        yield return (string.Join(' ', item.Branches.Select(b => b.Label())), 1);
        yield return (string.Join(' ', item.Rules.Select(r => $"{r.CitationTitle} {r.BwbId}")), 3);
        switch (item)
        {
            case LibraryAnswer answer:
                yield return (answer.Problem, 2);
                yield return (answer.RuleSays, 1);
                yield return (answer.WhatYouMay, 1.5f);
                yield return ($"{answer.Outcome.Label()} {answer.ExecutiveBody} "
                    + $"{string.Join(' ', answer.Ministries.Select(m => m.Label()))}", 1);
                break;
            case FrontRunner runner:
                yield return (runner.Summary, 2);
                yield return (runner.HowItWorks, 1);
                yield return (runner.WhatItYields, 1);
                yield return (runner.WhyFrontRunner, 1);
                yield return (string.Join(' ', runner.Partners), 1);
                break;
            case Experiment experiment:
                yield return (experiment.Question, 2);
                yield return (experiment.WhatWasDone, 1);
                yield return (experiment.Lessons, 1.5f);
                yield return ($"{experiment.StateLabel} experiment uitgeprobeerd", 1);
                break;
        }
    }
}

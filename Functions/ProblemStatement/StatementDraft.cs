using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ProblemStatement;

/// <summary>The form for the next version: the current text, or a draft from the report and the analysis.</summary>
public static class StatementDraft
{
    public static FormState StartFor(CaseFile file)
    {
        var form = new FormState();
        foreach (var (key, text) in file.State.Statements is [.., var newest] ? TextsOf(file, newest) : Compose(file))
        {
            form.With(key, text);
        }

        return form;
    }

    /// <summary>Composes a draft of the five parts from the report and the analysis, for the analyst to edit.</summary>
    public static IReadOnlyDictionary<string, string> Compose(CaseFile file)
    {
        var context = file.State.Context;
        var rules = context is null ? []
            : context.Rules.Select(
                rule => rule.Article is { } article ? $"{rule.CitationTitle}, artikel {article}" : rule.CitationTitle)
            .ToList();
        return new Dictionary<string, string>
        {
            ["wie"] = Join(
                $"Een organisatie in de branche {file.State.Branche.Label().ToLowerInvariant()}"
                    + $"{(file.State.Region is { } region ? $", regio {region}" : "")}.",
                file.Reported(TextNames.Description)),
            ["regel"] = Join(
                rules.Count > 0 ? $"{string.Join("; ", rules)}." : file.Reported(TextNames.SuspectedRule),
                context is null ? null : $"Herkomst: {context.Source.Label().ToLowerInvariant()}.",
                file.Text(context?.Explanation)),
            ["gevolg"] = Join(file.Reported(TextNames.Obstacle), file.Reported(TextNames.Consequences)),
            ["geprobeerd"] = file.Reported(TextNames.Tried) ?? "De melder noemt niets.",
            ["ruimte"] = file.Reported(TextNames.Wish) ?? "",
        };
    }

    private static IReadOnlyDictionary<string, string> TextsOf(CaseFile file, StatementVersion version) =>
        StatementParts.Of(file, version) is { Count: > 0 } parts ? parts
            : new Dictionary<string, string>(Compose(file)) { ["gevolg"] = file.Text(version.Text) ?? "" };

    private static string Join(params string?[] sentences) =>
        string.Join("\n", sentences.Where(sentence => !string.IsNullOrEmpty(sentence)));
}

using System.Text.Json;
using RegelLoket.ContextAnalysis.Owners;
using RegelLoket.ContextAnalysis.Suggestions;

namespace Training;

/// <summary>Reads the labelled reports of the repository. The subject of a sample is the rule that the catalogue sees in it.</summary>
internal sealed class Corpus(string root, SuggestionEngine engine)
{
    private static readonly string[] Names = ["vws", "ocw", "szw"];

    public List<LabelledReport> Reports() =>
    [
        .. Directory.GetFiles(Path.Combine(root, "training/corpus"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Select(line => OfCorpus(Path.GetFileNameWithoutExtension(file), line))),
    ];

    public List<LabelledReport> Samples() =>
    [
        .. Directory.GetFiles(Path.Combine(root, "samples/suggesties"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => Samples(file, "suggesties", 0, int.MaxValue)),
    ];

    /// <summary>The first half of a blind set, for tuning; the second half is for looking once.</summary>
    public List<LabelledReport> Blind(string name, bool second)
    {
        var all = Samples(Path.Combine(root, "training", name + ".json"), name, 0, int.MaxValue).ToList();
        return second ? all[(all.Count / 2)..] : all[..(all.Count / 2)];
    }

    /// <summary>What the catalogue says of its rules, as if each saying were a report.</summary>
    public List<LabelledReport> Rules() =>
    [
        .. engine.Catalogue.Rules.SelectMany(rule => rule.Examples
            .Append($"{rule.Subject} {rule.CitationTitle} {string.Join(' ', rule.KeyWords)}. {string.Join(". ", rule.Words)}")
            .Select(text => Make("catalogus", new ReportText { ["belemmering"] = text }, OwnerModel.BitsOf(rule.Ministries))))
            .Where(report => report.Clauses.Count > 0),
    ];

    private static LabelledReport OfCorpus(string set, string line)
    {
        var report = JsonDocument.Parse(line).RootElement;
        var text = new ReportText { ["belemmering"] = report.GetProperty("tekst").GetString()! };
        return Make(set, text, BitsOf(report.GetProperty("eigenaren"))) with
        {
            Subjects = [.. report.GetProperty("onderwerp").GetString()!.Split('+').Select(Root).Distinct()],
            Parts = report.TryGetProperty("delen", out var parts)
                ? [.. parts.EnumerateArray().Select(part => Array.IndexOf(Names, part.GetString()) is >= 0 and var owner ? owner
                    : OwnerWeights.Elsewhere)] : [],
        };
    }

    private IEnumerable<LabelledReport> Samples(string file, string set, int from, int count)
    {
        foreach (var sample in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().Skip(from).Take(count))
        {
            var text = new ReportText
            {
                ["titel"] = sample.GetProperty("titel").GetString()!,
                ["omschrijving"] = sample.GetProperty("omschrijving").GetString()!,
                ["belemmering"] = sample.GetProperty("belemmering").GetString()!,
            };
            var expected = sample.GetProperty("verwacht");
            yield return Make(set, text, BitsOf(expected.GetProperty("ministeries"))) with
            {
                Unknown = expected.GetProperty("onbekend").GetBoolean(),
                Subjects = [Root(engine.BestRule(text)?.Id ?? "onbekend")],
            };
        }
    }

    private static LabelledReport Make(string set, ReportText text, int owners) => new()
    {
        Set = set,
        Text = text,
        Owners = owners,
        Subjects = [],
        Clauses = ReportClause.Cut(text),
        Cues = ProblemCues.Of(text),
    };

    private static int BitsOf(JsonElement names) => names.EnumerateArray().Sum(name => 1 << Array.IndexOf(Names, name.GetString()));

    /// <summary>Subjects that begin alike ("big-registratie", "big-herregistratie") stay together: nearly the same is the same.</summary>
    private static string Root(string subject) => subject.Split('-')[0];
}

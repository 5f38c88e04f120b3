using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Web;

namespace RegelLoket.Library.OpenData;

/// <summary>Writes items as rows: the same fields as in JSON, with lists separated by semicolons.</summary>
internal static class ItemTable
{
    private static readonly string[] AnswerHeader =
    [
        "id", "titel", "uri", "soort", "uitkomst", "probleem", "watZegtDeRegel", "watMagJe", "themas", "branches",
        "ministeries",
        "uitvoerder", "regels", "nakijkenVoor",
        "koplopers", "zaaknummer", "regio", "omvang", "gepubliceerdOp", "gewijzigdOp",
    ];

    private static readonly string[] RunnerHeader =
        ["id", "titel", "uri", "maand", "inHetKort", "hoeWerktHet", "watLevertHetOp", "uitstroom", "verzuim",
            "medewerkers", "besparing", "waaromKoploper", "themas",
            "branches", "partners",
            "beschrevenIn", "gepubliceerdOp", "gewijzigdOp"];

    private static readonly string[] ExperimentHeader =
    [
        "id", "titel", "uri", "zaaknummer", "resultaat", "stand", "vraagstuk", "watGedaan", "lessen", "rondes", "metingen",
        "themas", "branches",
        "regels", "koplopers", "gepubliceerdOp",
        "gewijzigdOp",
    ];

    public static byte[] Write(ItemKind kind, IEnumerable<LibraryItem> items, Uri site) =>
        kind == ItemKind.FrontRunner ? Csv.Write(RunnerHeader, items.OfType<FrontRunner>().Select(runner => Row(runner, site)))
        : kind == ItemKind.Experiment
        ? Csv.Write(ExperimentHeader, items.OfType<Experiment>().Select(experiment => Row(experiment, site)))
        : Csv.Write(AnswerHeader, items.OfType<LibraryAnswer>().Select(answer => Row(answer, site)));

    private static object?[] Row(FrontRunner runner, Uri site) =>
    [
        runner.Id, runner.Title, new Uri(site, runner.Path).AbsoluteUri, runner.Month, runner.Summary, runner.HowItWorks,
        runner.WhatItYields, .. EnumNames.All<YieldKind>().Select(kind => Shown(runner.YieldOf(kind))), runner.WhyFrontRunner,
        List(runner.Themes), List(runner.Branches), string.Join("; ", runner.Partners), runner.Source, runner.PublishedAt,
        runner.ModifiedAt,
    ];

    private static object?[] Row(LibraryAnswer answer, Uri site) =>
    [
        answer.Id, answer.Title, new Uri(site, answer.Path).AbsoluteUri, answer.Kind.Slug(), answer.Outcome.Slug(),
        answer.Problem,
        answer.RuleSays, answer.WhatYouMay,
        List(answer.Themes), List(answer.Branches), List(answer.Ministries), answer.ExecutiveBody,
        string.Join("; ", answer.Rules.Select(Rule)), answer.ReviewBefore,
        string.Join("; ", answer.FrontRunners), (answer as PublishedCase)?.Number.Value, (answer as PublishedCase)
            ?.Region, (answer as PublishedCase)?.Size?.Slug(),
        answer.PublishedAt, answer.ModifiedAt,
    ];

    private static object?[] Row(Experiment experiment, Uri site) =>
    [
        experiment.Id, experiment.Title, new Uri(site, experiment.Path).AbsoluteUri, experiment.Number.Value,
        experiment.Result?.Slug(), experiment.State.Slug(),
        experiment.Question, experiment.WhatWasDone,
        experiment.Lessons, experiment.Rounds,
        string.Join("; ", experiment.Figures.Select(Figure)), List(experiment.Themes),
        List(experiment.Branches), string.Join("; ", experiment.Rules.Select(Rule)),
        string.Join("; ", experiment.FrontRunners),
        experiment.PublishedAt,
        experiment.ModifiedAt,
    ];

    /// <summary>Returns a result in one cell, with all that one has to know to use it; null when there is no figure.</summary>
    private static string? Shown(Yield? found) => found is null ? null : string.Join(
        "; ", new[]
        {
            string.Create(Csv.Culture, $"{found.Value} {found.Unit.Slug()}"), found.IsEstimate ? "geschat" : "gemeten",
            found.Period ?? "periode niet bekend", found.Remark, $"bron: {found.Source}",
        }.OfType<string>());

    private static string Figure(PublicFigure figure) =>
        string.Create(Csv.Culture, $"{figure.Kind.Slug()}: {figure.Before} -> {figure.After} {figure.RoundLabel}").TrimEnd();

    private static string Rule(PublicRule rule) =>
        $"{rule.Cite()}{(rule.BwbId is null ? "" : $" ({rule.BwbId})")}{(rule.CheckedOn is { } day ? $", nagekeken {Day(day)}" : "")}";

    private static string List<T>(IEnumerable<T> values) where T : struct, Enum =>
        string.Join("; ", values.Select(value => value.Slug()));

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

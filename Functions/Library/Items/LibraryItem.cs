using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Library.Items;

/// <summary>
/// What the public reads: this record is what is stored, shown and given away as open data. It is made of texts that were written for the
/// public, never by leaving things out of a case.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "soort")]
[JsonDerivedType(typeof(PublishedCase), PublishedCase.KindName)]
[JsonDerivedType(typeof(Factsheet), Factsheet.KindName)]
[JsonDerivedType(typeof(FrontRunner), FrontRunner.KindName)]
[JsonDerivedType(typeof(Experiment), Experiment.KindName)]
public abstract record LibraryItem
{
    /// <summary>The last part of its addresses, for ever.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("titel")]
    public required string Title { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme> Themes { get; init; } = [];

    [JsonPropertyName("branches")]
    public IReadOnlyList<Branche> Branches { get; init; } = [];

    [JsonPropertyName("gepubliceerdOp")]
    public required DateTimeOffset PublishedAt { get; init; }

    [JsonPropertyName("gewijzigdOp")]
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>The front-runner initiatives that it belongs to, by id.</summary>
    [JsonPropertyName("koplopers")]
    public IReadOnlyList<string> FrontRunners { get; init; } = [];

    /// <summary>The rules that it is about.</summary>
    [JsonPropertyName("regels")]
    public IReadOnlyList<PublicRule> Rules { get; init; } = [];

    /// <summary>Its whole address, where the item is given away; not stored, since a site may move.</summary>
    [JsonPropertyName("uri")]
    public Uri? Uri { get; init; }

    [JsonIgnore]
    public abstract ItemKind Kind { get; }

    /// <summary>Where people read it.</summary>
    [JsonIgnore]
    public virtual string Path => SiteRoutes.LibraryItem(Id);

    /// <summary>The item as it is given away from a site.</summary>
    public LibraryItem At(Uri site) => this with { Uri = new Uri(site, Path) };
}

/// <summary>The kinds of item, by the names that the public sees.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
public enum ItemKind
{
    [JsonStringEnumMemberName("factsheet"), System.ComponentModel.DataAnnotations.Display(Name = "Factsheet")]
    Factsheet,

    [JsonStringEnumMemberName("casus"), System.ComponentModel.DataAnnotations.Display(Name = "Casus")]
    PublishedCase,

    [JsonStringEnumMemberName("koploper"), System.ComponentModel.DataAnnotations.Display(Name = "Koploper")]
    FrontRunner,

    [JsonStringEnumMemberName("experiment"), System.ComponentModel.DataAnnotations.Display(Name = "Experiment")]
    Experiment,
}

/// <summary>An item that answers a question: a case or a factsheet.</summary>
public abstract record LibraryAnswer : LibraryItem
{
    [JsonPropertyName("probleem")]
    public required string Problem { get; init; }

    [JsonPropertyName("watZegtDeRegel")]
    public required string RuleSays { get; init; }

    [JsonPropertyName("watMagJe")]
    public required string WhatYouMay { get; init; }

    [JsonPropertyName("uitkomst")]
    public required OutcomeKind Outcome { get; init; }

    [JsonPropertyName("ministeries")]
    public IReadOnlyList<Ministry> Ministries { get; init; } = [];

    /// <summary>Who carries the rule out, in words.</summary>
    [JsonPropertyName("uitvoerder")]
    public string? ExecutiveBody { get; init; }

    /// <summary>After this day the item counts as possibly out of date until somebody has looked at it.</summary>
    [JsonPropertyName("nakijkenVoor")]
    public required DateOnly ReviewBefore { get; init; }
}

/// <summary>A rule as the public sees it.</summary>
public sealed record PublicRule
{
    /// <summary>After this many months without a look at the source, a rule is shown as possibly out of date.</summary>
    public const int FreshMonths = 12;

    [JsonPropertyName("bwbId")]
    public string? BwbId { get; init; }

    [JsonPropertyName("citeertitel")]
    public required string CitationTitle { get; init; }

    [JsonPropertyName("artikel")]
    public string? Article { get; init; }

    /// <summary>The day on which somebody looked the rule up; null when nobody has yet.</summary>
    [JsonPropertyName("gecontroleerdOp")]
    public DateOnly? CheckedOn { get; init; }

    /// <summary>The rule in the Basiswettenbestand.</summary>
    [JsonPropertyName("url")]
    public Uri? Address => BwbId is { Length: > 0 } ? new Uri($"https://wetten.overheid.nl/{BwbId}") : null;

    public bool IsStale(DateOnly today) => CheckedOn is not { } day || today > day.AddMonths(FreshMonths);

    public static PublicRule Of(RuleReference rule) =>
        new() { BwbId = rule.BwbId, CitationTitle = rule.CitationTitle, Article = rule.Article, CheckedOn = rule.CheckedOn };
}

/// <summary>A question that many ask, with its answer; it may bundle cases.</summary>
public sealed record Factsheet : LibraryAnswer
{
    public const string KindName = "factsheet";

    /// <summary>What must be looked up again before somebody relies on it, such as an amount.</summary>
    [JsonPropertyName("controleerZelf")]
    public string? CheckYourself { get; init; }

    /// <summary>The published cases that it bundles, by id.</summary>
    [JsonPropertyName("casussen")]
    public IReadOnlyList<string> Cases { get; init; } = [];

    [JsonIgnore]
    public override ItemKind Kind => ItemKind.Factsheet;
}

/// <summary>A case that was shared, with the line from the report to its effect.</summary>
public sealed record PublishedCase : LibraryAnswer
{
    public const string KindName = "casus";

    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    /// <summary>Coarse, and only when enough organisations share it.</summary>
    [JsonPropertyName("regio")]
    public string? Region { get; init; }

    [JsonPropertyName("omvang")]
    public OrganisationSize? Size { get; init; }

    /// <summary>The steps of the case with their dates.</summary>
    [JsonPropertyName("stappen")]
    public required IReadOnlyList<TrailStep> Trail { get; init; }

    [JsonPropertyName("effect")]
    public IReadOnlyList<PublicEffect> Effects { get; init; } = [];

    /// <summary>The number of the newest event that the item knows.</summary>
    [JsonPropertyName("zaakversie")]
    public required int CaseVersion { get; init; }

    [JsonIgnore]
    public override ItemKind Kind => ItemKind.PublishedCase;

    /// <summary>The id of a case in the library: its number in small letters.</summary>
    public static string IdOf(CaseNumber number) => number.Value.ToLowerInvariant();
}

/// <summary>One step of a case as the public sees it.</summary>
/// <param name="Step">The name of the step.</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="By">Who took it: the sector, the desk or a ministry.</param>
/// <param name="What">What happened, in a sentence.</param>
public sealed record TrailStep(
    [property: JsonPropertyName("stap")] string Step, [property: JsonPropertyName("op")] DateOnly On,
    [property: JsonPropertyName("door")] string By, [property: JsonPropertyName("wat")] string What);

/// <summary>Whether the outcome was noticed at a moment.</summary>
/// <param name="Moment">The moment that the question was about.</param>
/// <param name="Noticed">What the reporter said.</param>
public sealed record PublicEffect([property: JsonPropertyName("moment")] EffectMoment Moment,
    [property: JsonPropertyName("merkbaar")] EffectNoticed Noticed)
{
    /// <summary>The day of the answer; null in items that were written before it was kept.</summary>
    [JsonPropertyName("op")]
    public DateOnly? On { get; init; }
}

/// <summary>A front-runner initiative (Koploper), with the parts that the network's own pages have.</summary>
public sealed record FrontRunner : LibraryItem
{
    public const string KindName = "koploper";

    /// <summary>The month in which it was chosen, as <c>2020-12</c>.</summary>
    [JsonPropertyName("maand")]
    public required string Month { get; init; }

    [JsonPropertyName("inHetKort")]
    public required string Summary { get; init; }

    [JsonPropertyName("hoeWerktHet")]
    public required string HowItWorks { get; init; }

    [JsonPropertyName("watLevertHetOp")]
    public required string WhatItYields { get; init; }

    [JsonPropertyName("waaromKoploper")]
    public required string WhyFrontRunner { get; init; }

    [JsonPropertyName("partners")]
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Items that a coordinator put beside it, by id.</summary>
    [JsonPropertyName("gerelateerd")]
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Where the initiative is described, in words.</summary>
    [JsonPropertyName("beschrevenIn")]
    public string? Source { get; init; }

    [JsonIgnore]
    public override ItemKind Kind => ItemKind.FrontRunner;

    [JsonIgnore]
    public override string Path => LibraryRoutes.FrontRunner(Id);
}

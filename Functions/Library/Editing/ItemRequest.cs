using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Editing;

/// <summary>What both kinds of item that coordinators write have in common.</summary>
public abstract record ItemRequest
{
    /// <summary>The version that was read; 0 for a new item, and for one as the library began with it.</summary>
    [JsonPropertyName("versie")]
    public int? Version { get; init; }

    [JsonPropertyName("titel")]
    public string? Title { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    [JsonPropertyName("branches")]
    public IReadOnlyList<Branche>? Branches { get; init; }

    /// <summary>The coordinator has looked at what may be a name or a health matter, and it is none.</summary>
    [JsonPropertyName("vondstenBekeken")]
    public bool FindingsReviewed { get; init; }
}

/// <summary>A factsheet as a coordinator writes it.</summary>
public sealed record FactsheetRequest : ItemRequest
{
    [JsonPropertyName("probleem")]
    public string? Problem { get; init; }

    [JsonPropertyName("watZegtDeRegel")]
    public string? RuleSays { get; init; }

    [JsonPropertyName("watMagJe")]
    public string? WhatYouMay { get; init; }

    [JsonPropertyName("uitkomst")]
    public OutcomeKind? Outcome { get; init; }

    [JsonPropertyName("ministeries")]
    public IReadOnlyList<Ministry>? Ministries { get; init; }

    [JsonPropertyName("uitvoerder")]
    public string? ExecutiveBody { get; init; }

    [JsonPropertyName("regels")]
    public IReadOnlyList<PublicRuleRequest>? Rules { get; init; }

    [JsonPropertyName("controleerZelf")]
    public string? CheckYourself { get; init; }

    /// <summary>The published cases that it bundles, by number or id.</summary>
    [JsonPropertyName("casussen")]
    public IReadOnlyList<string>? Cases { get; init; }

    [JsonPropertyName("koplopers")]
    public IReadOnlyList<string>? FrontRunners { get; init; }

    [JsonPropertyName("nakijkenVoor")]
    public DateOnly? ReviewBefore { get; init; }
}

/// <summary>A rule as a coordinator writes it.</summary>
public sealed record PublicRuleRequest
{
    [JsonPropertyName("citeertitel")]
    public string? CitationTitle { get; init; }

    [JsonPropertyName("artikel")]
    public string? Article { get; init; }

    [JsonPropertyName("bwbId")]
    public string? BwbId { get; init; }

    [JsonPropertyName("gecontroleerdOp")]
    public DateOnly? CheckedOn { get; init; }
}

/// <summary>A front-runner initiative as a coordinator writes it.</summary>
public sealed record FrontRunnerRequest : ItemRequest
{
    /// <summary>As <c>2020-12</c>.</summary>
    [JsonPropertyName("maand")]
    public string? Month { get; init; }

    [JsonPropertyName("inHetKort")]
    public string? Summary { get; init; }

    [JsonPropertyName("hoeWerktHet")]
    public string? HowItWorks { get; init; }

    [JsonPropertyName("watLevertHetOp")]
    public string? WhatItYields { get; init; }

    [JsonPropertyName("waaromKoploper")]
    public string? WhyFrontRunner { get; init; }

    [JsonPropertyName("partners")]
    public IReadOnlyList<string>? Partners { get; init; }

    /// <summary>Items that belong beside it, by id.</summary>
    [JsonPropertyName("gerelateerd")]
    public IReadOnlyList<string>? Related { get; init; }

    [JsonPropertyName("beschrevenIn")]
    public string? Source { get; init; }
}

/// <summary>A coordinator looked at an item and found it right.</summary>
public sealed record ReviewRequest
{
    [JsonPropertyName("nakijkenVoor")]
    public DateOnly? ReviewBefore { get; init; }

    /// <summary>Whether the rules themselves were looked up today.</summary>
    [JsonPropertyName("regelsNagekeken")]
    public bool RulesChecked { get; init; }
}

/// <summary>Why an item must leave the library.</summary>
public sealed record ItemWithdrawalRequest([property: JsonPropertyName("reden")] string? Reason);

using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>A published case, with its timeline from report to effect.</summary>
public sealed record PublishedCase : LibraryAnswer
{
    public const string KindName = "casus";

    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    /// <summary>The coarse region, shown only when enough organisations share it.</summary>
    [JsonPropertyName("regio")]
    public string? Region { get; init; }

    [JsonPropertyName("omvang")]
    public OrganisationSize? Size { get; init; }

    /// <summary>The steps of the case with their dates.</summary>
    [JsonPropertyName("stappen")]
    public required IReadOnlyList<TrailStep> Trail { get; init; }

    /// <summary>The questions to ministries; empty when none was asked.</summary>
    [JsonPropertyName("voorgelegd")]
    public IReadOnlyList<PublicQuestion> Questions { get; init; } = [];

    [JsonPropertyName("effect")]
    public IReadOnlyList<PublicEffect> Effects { get; init; } = [];

    /// <summary>The number of people who notice the outcome; null where too few answered to say it.</summary>
    [JsonPropertyName("merken")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PublicTally? Tally { get; init; }

    /// <summary>The day since which the desk looks at this case again; null while the answer stands.</summary>
    [JsonPropertyName("opnieuwBekekenSinds")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? LookedAtAgainSince { get; init; }

    /// <summary>The number of the newest event that the item includes.</summary>
    [JsonPropertyName("zaakversie")]
    public required int CaseVersion { get; init; }

    [JsonIgnore]
    public override ItemKind Kind => ItemKind.PublishedCase;

    /// <summary>Returns the id of a case in the library: its number in lower case.</summary>
    public static string IdOf(CaseNumber number) => number.Value.ToLowerInvariant();
}

using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

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

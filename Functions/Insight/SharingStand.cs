using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Insight;

/// <summary>What became of sharing an outcome with the sector; each report with an outcome has exactly one.</summary>
public enum SharingStand
{
    [JsonStringEnumMemberName("gedeeld"), Display(Name = "Gedeeld")]
    Shared,

    [JsonStringEnumMemberName("niet-gedeeld"), Display(Name = "Besloten om niet te delen")]
    Declined,

    /// <summary>It is still to be shared, or to be decided that it is not.</summary>
    [JsonStringEnumMemberName("nog-te-delen"), Display(Name = "Nog te delen")]
    ToShare,

    [JsonStringEnumMemberName("weggehaald"), Display(Name = "Weer weggehaald")]
    Withdrawn,

    /// <summary>The case closed by itself, as could be done before there was such a decision.</summary>
    [JsonStringEnumMemberName("zonder-keuze"), Display(Name = "Gesloten zonder keuze")]
    Unsaid,
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>The relations between two cases.</summary>
public enum CaseLinkKind
{
    /// <summary>About the same rule, but another bottleneck: both cases continue.</summary>
    [JsonStringEnumMemberName("verwant"), Display(Name = "Verwant")]
    Related,

    /// <summary>About the same bottleneck: one case is handled within the other.</summary>
    [JsonStringEnumMemberName("zelfde"), Display(Name = "Over hetzelfde")]
    Same,
}

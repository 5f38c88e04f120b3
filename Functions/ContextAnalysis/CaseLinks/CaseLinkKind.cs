using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>How two cases hang together.</summary>
public enum CaseLinkKind
{
    /// <summary>About the same rule, another bottleneck: both go on.</summary>
    [JsonStringEnumMemberName("verwant"), Display(Name = "Verwant")]
    Related,

    /// <summary>The same bottleneck: one is handled within the other.</summary>
    [JsonStringEnumMemberName("zelfde"), Display(Name = "Over hetzelfde")]
    Same,
}

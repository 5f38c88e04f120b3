using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The reason for which a merged case was split off.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SplitOffReason>))]
public enum SplitOffReason
{
    /// <summary>A colleague found that the case is about another bottleneck.</summary>
    [JsonStringEnumMemberName("ander-knelpunt")]
    OtherBottleneck,

    /// <summary>The main case was withdrawn or merged itself.</summary>
    [JsonStringEnumMemberName("hoofdzaak-gestopt")]
    MainCaseStopped,

    /// <summary>The main case was reopened, so that its outcome no longer answers this one.</summary>
    [JsonStringEnumMemberName("hoofdzaak-heropend")]
    MainCaseReopened,

    /// <summary>The main case was closed before the merge was completed.</summary>
    [JsonStringEnumMemberName("hoofdzaak-afgerond")]
    MainCaseEnded,
}

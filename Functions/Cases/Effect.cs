using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The moments at which the reporter is asked whether the outcome is noticed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EffectMoment>))]
public enum EffectMoment
{
    [JsonStringEnumMemberName("3-maanden"), Display(Name = "Na 3 maanden")]
    ThreeMonths,

    [JsonStringEnumMemberName("6-maanden"), Display(Name = "Na 6 maanden")]
    SixMonths,
}

/// <summary>Whether the reporter notices the effect of the outcome.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EffectNoticed>))]
public enum EffectNoticed
{
    [JsonStringEnumMemberName("ja"), Display(Name = "Ja, ik merk het")]
    Yes,

    [JsonStringEnumMemberName("deels"), Display(Name = "Een beetje")]
    Partly,

    [JsonStringEnumMemberName("nee"), Display(Name = "Nee, ik merk er niets van")]
    No,
}

/// <summary>One question on the effect, with its answer once it came.</summary>
public sealed record EffectMeasure(EffectMoment Moment, DateTimeOffset AskedAt)
{
    public DateTimeOffset? AnsweredAt { get; init; }

    public EffectNoticed? Noticed { get; init; }

    public TextReference? Explanation { get; init; }
}

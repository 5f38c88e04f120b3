using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Workbench.Digest;

/// <summary>The frequency of a colleague's digest.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DigestRhythm>))]
public enum DigestRhythm
{
    [JsonStringEnumMemberName("nooit"), Display(Name = "Nooit")]
    Never,

    [JsonStringEnumMemberName("dagelijks"), Display(Name = "Elke werkdag")]
    Daily,

    [JsonStringEnumMemberName("wekelijks"), Display(Name = "Op de eerste werkdag van de week")]
    Weekly,
}

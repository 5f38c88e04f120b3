using System.Text.Json.Serialization;

namespace RegelLoket.Library.Subscriptions;

/// <summary>The kinds of topics that a visitor can follow; a stored name never changes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TopicKind>))]
public enum TopicKind
{
    [JsonStringEnumMemberName("thema"), System.ComponentModel.DataAnnotations.Display(Name = "Thema")]
    Theme,

    [JsonStringEnumMemberName("wet"), System.ComponentModel.DataAnnotations.Display(Name = "Wet")]
    Law,

    [JsonStringEnumMemberName("tekst"), System.ComponentModel.DataAnnotations.Display(Name = "Tekst")]
    Item,
}

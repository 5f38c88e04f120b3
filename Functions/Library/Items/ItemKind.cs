using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>The kinds of item, by their public names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
public enum ItemKind
{
    [JsonStringEnumMemberName("factsheet"), System.ComponentModel.DataAnnotations.Display(Name = "Factsheet")]
    Factsheet,

    [JsonStringEnumMemberName("casus"), System.ComponentModel.DataAnnotations.Display(Name = "Casus")]
    PublishedCase,

    [JsonStringEnumMemberName("koploper"), System.ComponentModel.DataAnnotations.Display(Name = "Koploper")]
    FrontRunner,

    [JsonStringEnumMemberName("experiment"), System.ComponentModel.DataAnnotations.Display(Name = "Experiment")]
    Experiment,
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The extent of an erasure of private data.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasedData>))]
public enum ErasedData
{
    /// <summary>The reporter's identity, and every address and secret.</summary>
    [JsonStringEnumMemberName("melder"), Display(Name = "Gegevens van de melder")]
    Reporter,

    /// <summary>The same, and every free text.</summary>
    [JsonStringEnumMemberName("teksten"), Display(Name = "Alle teksten van de zaak")]
    Texts,
}

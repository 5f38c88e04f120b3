using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The kinds of files that the desk takes; the content of a file decides which it is, not its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileType>))]
public enum FileType
{
    [JsonStringEnumMemberName("pdf"), Display(Name = "Pdf")]
    Pdf,

    [JsonStringEnumMemberName("jpg"), Display(Name = "Foto (jpg)")]
    Jpeg,

    [JsonStringEnumMemberName("png"), Display(Name = "Afbeelding (png)")]
    Png,
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>How items are stored and given away.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(LibraryItem))]
[JsonSerializable(typeof(IReadOnlyList<LibraryItem>))]
[JsonSerializable(typeof(IReadOnlyList<PublishedCase>))]
[JsonSerializable(typeof(IReadOnlyList<Factsheet>))]
[JsonSerializable(typeof(IReadOnlyList<FrontRunner>))]
[JsonSerializable(typeof(SharedBy))]
internal sealed partial class LibraryJson : JsonSerializerContext;

/// <summary>How many others said "speelt bij ons ook".</summary>
/// <param name="Organisations">How often it was said.</param>
/// <param name="People">How many colleagues they named together.</param>
public sealed record SharedBy(int Organisations, int People);

using System.Text.Json.Serialization;

namespace RegelLoket.Library.Laws;

/// <summary>An article of a law, as the published items cite it.</summary>
/// <param name="Article">The article, in free notation; null for the law as a whole.</param>
/// <param name="CheckedOn">The day on which a person last looked it up for an item; null when nobody has.</param>
/// <param name="Items">The number of items that cite it.</param>
public sealed record LawArticleResponse(
    [property: JsonPropertyName("artikel")] string? Article, [property: JsonPropertyName("gecontroleerdOp")] DateOnly? CheckedOn,
    [property: JsonPropertyName("aantal")] int Items);

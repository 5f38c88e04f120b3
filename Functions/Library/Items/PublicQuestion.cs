using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>A question that a ministry was asked for a case: who and when, without its text.</summary>
/// <param name="Ministry">The ministry.</param>
/// <param name="AskedOn">The day on which it was asked.</param>
/// <param name="AnsweredOn">The day of its answer; null while there is none.</param>
public sealed record PublicQuestion(
    [property: JsonPropertyName("ministerie")] Ministry Ministry, [property: JsonPropertyName("gesteldOp")] DateOnly AskedOn,
    [property: JsonPropertyName("antwoordOp")] DateOnly? AnsweredOn);

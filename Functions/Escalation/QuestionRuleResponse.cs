using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>One rule as a ministry sees it.</summary>
public sealed record QuestionRuleResponse(
    [property: JsonPropertyName("regel")] int Number, [property: JsonPropertyName("citeertitel")]
        string Title, [property: JsonPropertyName("artikel")] string? Article,
    [property: JsonPropertyName("adres")] Uri? Link, [property: JsonPropertyName("gecontroleerdOp")] DateOnly? CheckedOn);

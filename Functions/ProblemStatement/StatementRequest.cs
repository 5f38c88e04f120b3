using System.Text.Json.Serialization;

namespace RegelLoket.ProblemStatement;

/// <summary>A version as received: one text, or the five parts.</summary>
public sealed record StatementRequest
{
    [JsonPropertyName("tekst")]
    public string? Text { get; init; }

    [JsonPropertyName("wie")]
    public string? Who { get; init; }

    [JsonPropertyName("regel")]
    public string? Rule { get; init; }

    [JsonPropertyName("gevolg")]
    public string? Effect { get; init; }

    [JsonPropertyName("geprobeerd")]
    public string? Tried { get; init; }

    [JsonPropertyName("ruimte")]
    public string? Room { get; init; }

    internal WriteStatement ToCommand() => new()
    {
        Text = Text,
        Parts = new Dictionary<string, string?>
        {
            ["wie"] = Who,
            ["regel"] = Rule,
            ["gevolg"] = Effect,
            ["geprobeerd"] = Tried,
            ["ruimte"] = Room
        },
    };
}

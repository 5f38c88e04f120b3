using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The question to one ministry within an escalation.</summary>
/// <param name="Ministry">The ministry.</param>
/// <param name="ReplyBefore">The day on which the answer is due.</param>
/// <param name="LinkHash">Lower-case hexadecimal SHA-256 of the secret in the link.</param>
/// <param name="LinkExpiresOn">The last day on which the link opens the page.</param>
public sealed record MinistryAsked(Ministry Ministry, DateOnly ReplyBefore, string LinkHash, DateOnly LinkExpiresOn)
{
    /// <summary>The rules that it is asked about, by their place in the context analysis; null for all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Rules { get; init; }

    /// <summary>The files that it may see, by their ids; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Files { get; init; }
}

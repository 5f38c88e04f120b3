using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The words that an organisation typed about its experiment and did not send yet, by the name of the field.</summary>
public sealed record LogbookDraft
{
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The version of the draft: the moment of saving, in ticks.</summary>
    [JsonIgnore]
    public long Version => SavedAt.UtcTicks;

    public bool SaysTheSameAs(LogbookDraft other) =>
        Fields.Count == other.Fields.Count && Fields.All(field => other.Fields.GetValueOrDefault(field.Key) == field.Value);

    /// <summary>Returns the draft with the fields that are being sent as they were kept earlier, if they were.</summary>
    public LogbookDraft WithUnsent(IReadOnlyCollection<string> sent, LogbookDraft? earlier) => this with
    {
        Fields = Fields.Where(field => !sent.Contains(field.Key))
            .Concat(earlier?.Fields.Where(field => sent.Contains(field.Key)) ?? []).ToDictionary(),
    };

    /// <summary>Returns the draft without fields that were sent; null when nothing is left.</summary>
    public LogbookDraft? Without(IReadOnlyCollection<string> sent) =>
        Fields.Where(field => !sent.Contains(field.Key)).ToDictionary() is { Count: > 0 } left ? this with { Fields = left } : null;
}

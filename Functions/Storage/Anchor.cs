namespace RegelLoket.Storage;

/// <summary>The heads of all chains on one day and one root over them.</summary>
public sealed record Anchor(DateOnly Day, string Root, IReadOnlyDictionary<string, AnchoredHead> Heads);

namespace RegelLoket.Storage;

/// <summary>The head of one case in an anchor.</summary>
public sealed record AnchoredHead(int Events, string Hash);

namespace RegelLoket.Storage;

/// <summary>Other writers were first at every attempt to change a document.</summary>
public sealed class BlobConcurrencyException(string container, int attempts)
    : Exception($"A document in {container} was changed by others at each of {attempts} attempts.");

namespace RegelLoket.Storage;

/// <summary>The exception when every attempt to change a document met a conflict.</summary>
public sealed class BlobConcurrencyException(string container, int attempts)
    : Exception($"A document in {container} was changed by others at each of {attempts} attempts.");

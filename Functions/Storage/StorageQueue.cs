namespace RegelLoket.Storage;

/// <summary>A queue that the app writes to, likewise.</summary>
public sealed record StorageQueue(string Name);

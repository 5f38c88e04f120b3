namespace RegelLoket.Storage;

/// <summary>A queue that the app writes to, registered by a step and created once, at startup.</summary>
public sealed record StorageQueue(string Name);

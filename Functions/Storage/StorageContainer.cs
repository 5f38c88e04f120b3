namespace RegelLoket.Storage;

/// <summary>A container that the app writes to, registered by a step and created once, at startup.</summary>
public sealed record StorageContainer(string Name);

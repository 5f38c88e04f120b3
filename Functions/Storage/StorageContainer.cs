namespace RegelLoket.Storage;

/// <summary>A container that the app writes to. Each step names its own; they are made once, at start.</summary>
public sealed record StorageContainer(string Name);

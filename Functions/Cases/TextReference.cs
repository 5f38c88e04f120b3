namespace RegelLoket.Cases;

/// <summary>The reference to a text in the private blob: the number of its event and its name there.</summary>
public readonly record struct TextReference(int Event, string Name);

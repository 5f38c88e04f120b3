namespace RegelLoket.Intake.Protection;

/// <summary>What a browser gets to work on: find the counter whose PBKDF2 over the salt starts with the target.</summary>
public sealed record Challenge(string Seal, string Salt, int Cost, string Target);

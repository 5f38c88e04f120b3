namespace RegelLoket.Intake.Protection;

/// <summary>A proof-of-work puzzle: find the counter whose PBKDF2 with the salt starts with the target.</summary>
public sealed record Challenge(string Seal, string Salt, int Cost, string Target);

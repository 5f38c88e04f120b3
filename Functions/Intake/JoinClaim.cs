namespace RegelLoket.Intake;

/// <summary>What was promised under one key of a join: the code (protected) and a fingerprint of what was sent.</summary>
public sealed record JoinClaim(string ProtectedCode, string Fingerprint, DateTimeOffset At);

namespace RegelLoket.Intake;

/// <summary>The claim of one request key of a join: the encrypted code and a fingerprint of the content.</summary>
public sealed record JoinClaim(string ProtectedCode, string Fingerprint, DateTimeOffset At);

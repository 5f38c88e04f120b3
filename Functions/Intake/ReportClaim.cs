using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>What was promised under one Idempotency-Key: the number, the code (protected) and a fingerprint of what was reported.</summary>
public sealed record ReportClaim(CaseNumber Number, string ProtectedCode, string Fingerprint, DateTimeOffset ReceivedAt);

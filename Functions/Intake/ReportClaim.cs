using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>The claim of one Idempotency-Key: the number, the encrypted code and a fingerprint of the report.</summary>
public sealed record ReportClaim(CaseNumber Number, string ProtectedCode, string Fingerprint, DateTimeOffset ReceivedAt);

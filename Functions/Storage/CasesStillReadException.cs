namespace RegelLoket.Storage;

/// <summary>The exception when this instance has not read every case (again) yet; a later retry succeeds.</summary>
public sealed class CasesStillReadException() : Exception("Not every case has been read yet.");

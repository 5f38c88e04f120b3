namespace RegelLoket.Storage;

/// <summary>
/// This instance has not read every case, or not since the moment that counts; anyone who asks again a little later gets an answer.
/// </summary>
public sealed class CasesStillReadException() : Exception("Not every case has been read yet.");

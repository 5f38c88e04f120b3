namespace RegelLoket.Storage;

/// <summary>What is kept of a code that was mailed.</summary>
/// <param name="Hash">Lower-case hexadecimals.</param>
/// <param name="Salt">Lower-case hexadecimals; another one for each code.</param>
/// <param name="ExpiresAt">From when the code no longer works.</param>
public sealed record OneTimeCode(string Hash, string Salt, DateTimeOffset ExpiresAt);

namespace RegelLoket.Storage;

/// <summary>The stored form of a mailed code.</summary>
/// <param name="Hash">The hash in lower-case hexadecimals.</param>
/// <param name="Salt">The salt in lower-case hexadecimals, another one for each code.</param>
/// <param name="ExpiresAt">The moment at which the code expires.</param>
public sealed record OneTimeCode(string Hash, string Salt, DateTimeOffset ExpiresAt);

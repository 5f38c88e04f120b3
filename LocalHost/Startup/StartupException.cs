namespace LocalHost.Startup;

/// <summary>
/// The host cannot start, for a reason that its user can mend; the message is the one line that the user sees, with exit code 1.
/// </summary>
public sealed class StartupException(string message, Exception? innerException = null) : Exception(message, innerException);

namespace LocalHost.Startup;

/// <summary>
/// The exception when the host cannot start for a reason that the user can fix; the message is the one line that the
/// user sees, with exit code 1.
/// </summary>
public sealed class StartupException(string message, Exception? innerException = null) : Exception(message, innerException);

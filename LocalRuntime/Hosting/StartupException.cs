namespace LocalRuntime.Hosting;

/// <summary>The host cannot start, for a reason that its user can mend; the message says how. Shown without a stack trace.</summary>
public sealed class StartupException(string message, Exception? innerException = null) : Exception(message, innerException);

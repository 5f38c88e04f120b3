using System.Runtime.InteropServices;

namespace LocalHost.Startup;

/// <summary>Handles Ctrl-C and the signals by which a system ends a process. A second one ends it at once,
/// with the worker and the storage emulator that it started.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignal() => registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP }.Select(Register)];

    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        Array.ForEach(registrations, registration => registration.Dispose());
        stop.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = !stop.IsCancellationRequested;
        if (stop.IsCancellationRequested)
        {
            RunningProcess.KillStarted();
        }

        stop.Cancel();
    });
}

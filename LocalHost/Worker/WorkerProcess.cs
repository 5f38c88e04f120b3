using System.Diagnostics;
using LocalHost.Hosting;
using LocalHost.Startup;

namespace LocalHost.Worker;

/// <summary>Runs the built app as a process of its own, as in Azure, and restarts it when it ends.</summary>
internal sealed class WorkerProcess(HostSettings settings, WorkerChannel channel, ILogger<WorkerProcess> logger)
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // The worker chooses the port of its own web server and lets it go before it binds it: another program may be quicker.
    private const string PortTaken = "AddressInUseException";
    private const int StartsOnTakenPorts = 3;

    // A worker that ran this long did not fail at its start.
    private static readonly TimeSpan Healthy = TimeSpan.FromSeconds(30);

    private readonly WorkerMark mark = new(settings.Marks ?? Path.Combine(Path.GetTempPath(), "localhost-workers"));
    private volatile Process? running;

    /// <summary>Runs workers until it is cancelled.</summary>
    /// <exception cref="StartupException">The first worker ended before it was ready.</exception>
    public async Task RunAsync(string hostAddress, CancellationToken stopping)
    {
        foreach (var orphan in mark.EndOrphans())
        {
            logger.LogWarning("The worker {Pid} of a host that was killed is ended.", orphan);
        }

        var (hasBeenUp, pause, takenPorts) = (false, ShortestPause, 0);
        while (!stopping.IsCancellationRequested)
        {
            var started = Stopwatch.StartNew();
            using var process = RunningProcess.Start(WorkerStart.Command(settings, hostAddress));
            var output = new WorkerOutput(process);
            running = process;
            Mark(process);
            var isUp = await RunAsync(process, output, stopping);
            running = null;
            if (stopping.IsCancellationRequested)
            {
                break;
            }

            hasBeenUp |= isUp;
            if (!hasBeenUp && output.Holds(PortTaken) && ++takenPorts < StartsOnTakenPorts)
            {
                continue;
            }

            if (!hasBeenUp)
            {
                mark.Delete();
                throw new StartupException($"The app ended at its start with code {process.ExitCode}. {output.Reason()}".TrimEnd());
            }

            var reason = isUp ? "" : output.Reason();
            pause = started.Elapsed > Healthy ? ShortestPause : pause;
            logger.LogError("The worker ended with code {Code} and is started anew in {Pause} s. {Reason}", process.ExitCode,
                pause.TotalSeconds, reason);
            await Task.Delay(pause, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        mark.Delete();
    }

    /// <summary>Ends the running worker, after which another is started. One that is starting is left alone.</summary>
    public void Restart()
    {
        try
        {
            if (channel.IsReady)
            {
                running?.Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>Records the worker; one that a later start could not find is ended at once.</summary>
    /// <exception cref="StartupException">The folder of the records cannot be used.</exception>
    private void Mark(Process process)
    {
        try
        {
            mark.Write(process);
        }
        catch (StartupException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>Waits for the end of a worker, or ends it.</summary>
    /// <returns>Whether the worker had been ready.</returns>
    private async Task<bool> RunAsync(Process process, WorkerOutput output, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var up = channel.HttpAddressAsync(ended.Token).ContinueWith(
            ready => ready.IsCompletedSuccessfully && Shown(output), CancellationToken.None, TaskContinuationOptions.None,
            TaskScheduler.Default);
        try
        {
            await process.WaitForExitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            await RunningProcess.StopAsync(process, StopTimeout);
        }

        await ended.CancelAsync();
        return await up;
    }

    private static bool Shown(WorkerOutput output)
    {
        output.Show();
        return true;
    }
}

using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using LocalHost.Hosting;
using LocalHost.Startup;

namespace LocalHost.Worker;

/// <summary>
/// Runs the app inside this process, so that a debugger of the host stops at breakpoints in the app. Both share one
/// load context, because the worker loads its functions there: of a shared package, the host's version is used. The app
/// handles signals itself, so Ctrl-C does not wait for work in progress.
/// </summary>
internal sealed class InProcessWorker(HostSettings host)
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Runs the app until the host ends it.</summary>
    /// <exception cref="StartupException">The app ended before the host did.</exception>
    public async Task RunAsync(string hostAddress, CancellationToken stopping)
    {
        foreach (var (name, value) in WorkerStart.Variables(host.App))
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        // The app finds its files next to its assembly, as in a process of its own.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", host.App + Path.DirectorySeparatorChar);
        var settings = host.Values.Select(
            setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value));
        var arguments = settings.Concat(WorkerStart.Arguments(hostAddress)).Select(setting => $"--{setting.Key}={setting.Value}").ToArray();
        var running = Task.Factory.StartNew(
            () => Run(arguments), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await running.WaitAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAny(running, Task.Delay(StopTimeout, CancellationToken.None));
            return;
        }
        catch (Exception failure) when (failure is not StartupException)
        {
            throw new StartupException($"The app ended at its start. {failure.Message.ReplaceLineEndings(" ")}", failure);
        }

        throw new StartupException("The app ended.");
    }

    private void Run(string[] arguments)
    {
        var path = new BuiltApp(host.App).AssemblyPath;
        var resolver = new AssemblyDependencyResolver(path);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) =>
            resolver.ResolveUnmanagedDllToPath(name) is { } found ? NativeLibrary.Load(found) : IntPtr.Zero;
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        // The worker looks for its generated code in the entry assembly.
        Assembly.SetEntryAssembly(assembly);
        var entry = assembly.EntryPoint ?? throw new StartupException($"{path} has no entry point.");
        entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, entry.GetParameters().Length == 0 ? [] : [arguments], null);
    }
}

using System.Reflection;

namespace LocalHost.Startup;

/// <summary>The folder of a built app.</summary>
internal sealed class BuiltApp
{
    /// <summary>Opens the folder of a built app.</summary>
    /// <exception cref="StartupException">The app is not built, or one of its files cannot be read.</exception>
    public BuiltApp(string? folder)
    {
        Folder = Path.GetFullPath(folder ?? Path.Combine(Checkout.Root, DefaultFolder));
        foreach (var name in new[] { "functions.metadata", "worker.config.json", "host.json" })
        {
            if (!File.Exists(Path.Combine(Folder, name)))
            {
                throw new StartupException($"The app is not built: {Folder} has no {name}. Build it first, or name its folder with --app.");
            }
        }

        Assembly = JsonFile.Read(Path.Combine(Folder, "worker.config.json"),
            worker => worker.GetProperty("description").GetProperty("defaultWorkerPath").GetString() ?? "");
        if (!File.Exists(AssemblyPath))
        {
            throw new StartupException($"The app is not built: {Folder} has no {Assembly}. Build it first, or name its folder with --app.");
        }

        _ = JsonFile.Read(Path.Combine(Folder, "host.json"), host => host.ValueKind);
    }

    public string Folder { get; }

    public string Name => Path.GetFileNameWithoutExtension(Assembly);

    public string AssemblyPath => Path.Combine(Folder, Assembly);

    private string Assembly { get; }

    // The project file of this host has the app that it was built with.
    private static string DefaultFolder => typeof(BuiltApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "App")?.Value
        ?? throw new StartupException("Name the folder of a built app with --app.");
}

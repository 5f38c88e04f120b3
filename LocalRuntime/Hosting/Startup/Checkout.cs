namespace LocalRuntime.Hosting.Startup;

/// <summary>Finds the top of the source tree: the nearest folder above the app, or above the working directory, with a package.json.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Directory.GetCurrentDirectory()) ?? Directory.GetCurrentDirectory();

    /// <summary>What is kept between runs, unless another folder is named.</summary>
    public static string DataDirectory => Path.Combine(Root, ".data");

    private static string? Find(string from)
    {
        for (var directory = new DirectoryInfo(from); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "package.json")))
            {
                return directory.FullName;
            }
        }

        return null;
    }
}

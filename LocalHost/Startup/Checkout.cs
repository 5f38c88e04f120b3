namespace LocalHost.Startup;

/// <summary>
/// The root of the source tree: the nearest folder above this program, or above the working directory, with a
/// package.json.
/// </summary>
internal static class Checkout
{
    public static string Root { get; } =
        Find(AppContext.BaseDirectory) ?? Find(Directory.GetCurrentDirectory()) ?? Directory.GetCurrentDirectory();

    /// <summary>The default folder of all data that is stored between runs.</summary>
    public static string DataFolder => Path.Combine(Root, ".data");

    private static string? Find(string from)
    {
        var folder = new DirectoryInfo(from);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "package.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}

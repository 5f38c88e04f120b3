namespace RegelLoket.Tests.Infra;

/// <summary>The files of the repository, for tests that read them.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", ".data"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    public static string Read(string path) => System.IO.File.ReadAllText(File(path));

    /// <summary>A path from the top of the repository, with slashes on every system.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The source files of a folder, without what a build leaves there.</summary>
    public static IEnumerable<string> Sources(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(File(folder), pattern, SearchOption.AllDirectories).Where(IsOurs);

    /// <summary>The files of that name in all folders, without what a build or a package manager leaves there.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.TopDirectoryOnly)
            .Concat(Directory.EnumerateDirectories(Root).Where(IsOurs).SelectMany(folder => Sources(Relative(folder), pattern)));

    private static bool IsOurs(string path) => !Relative(path).Split('/').Any(NotOurs.Contains);

    private static string Find(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(directory.FullName, "RegelLoket.sln")))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException("RegelLoket.sln is in no folder above the tests.");
    }
}

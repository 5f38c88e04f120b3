using LocalHost.Startup;
using RegelLoket.Workflow;

namespace Bench.Scale;

/// <summary>Today's app with the next version of its orchestrations, as a later deployment brings it.</summary>
internal static class NextApp
{
    private static readonly string[] Parts = ["Functions", "host.json", "global.json", "Directory.Build.props", "Directory.Packages.props"];

    /// <summary>That version.</summary>
    public static string Version { get; } = Later(System.Version.Parse(Orchestrators.Version));

    private static string Source => Path.Combine(Checkout.DataFolder, "bench-next");

    /// <summary>Builds it in a copy of this checkout under <c>.data/</c>; its folder.</summary>
    /// <exception cref="InvalidOperationException">The build failed, or the version stands elsewhere.</exception>
    public static async Task<string> BuildAsync()
    {
        // Also what is not committed yet.
        var files = (await Tool.RunAsync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", .. Parts]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Checkout.Root, file))).ToHashSet();
        Forget(files);
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(Checkout.Root, file));
            Write(Path.Combine(Source, file), file switch
            {
                "host.json" => Raised(content, "\"defaultVersion\": \"{0}\""),
                "Functions/Workflow/Orchestrators.cs" => Raised(content, "Version = \"{0}\""),
                _ => content,
            });
        }

        return await Tool.BuildAppAsync(Source);
    }

    private static string Later(Version version) => $"{version.Major}.{version.Minor + 1}";

    private static byte[] Raised(byte[] content, string mark)
    {
        var text = System.Text.Encoding.UTF8.GetString(content);
        var (today, next) = (string.Format(null, mark, Orchestrators.Version), string.Format(null, mark, Version));
        return text.Contains(today, StringComparison.Ordinal)
            ? System.Text.Encoding.UTF8.GetBytes(text.Replace(today, next, StringComparison.Ordinal))
            : throw new InvalidOperationException($"There is no {today} to raise.");
    }

    /// <summary>Deletes what an earlier copy holds and the checkout no longer does; what was built stays.</summary>
    private static void Forget(HashSet<string> files)
    {
        Directory.CreateDirectory(Source);
        foreach (var copy in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
        {
            var file = Path.GetRelativePath(Source, copy).Replace('\\', '/');
            if (!files.Contains(file) && !file.Split('/').Any(part => part is "bin" or "obj"))
            {
                File.Delete(copy);
            }
        }
    }

    /// <summary>Writes a file only when it has changed, so that a second build has little to do.</summary>
    private static void Write(string copy, byte[] content)
    {
        if (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(content))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, content);
        }
    }
}

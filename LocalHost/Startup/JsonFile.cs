using System.Text.Json;

namespace LocalHost.Startup;

/// <summary>Reads files that a person or a build wrote: JSON that may have comments and a trailing comma.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file into a value.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parse">Returns the value of its root; what it keeps of the root, it clones.</param>
    /// <exception cref="StartupException">The file cannot be read, is not JSON, or has another shape.</exception>
    public static T Read<T>(string path, Func<JsonElement, T> parse)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return parse(file.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException
            or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{path} cannot be read: {broken.Message}", broken);
        }
    }
}

using System.Text.Json;

namespace LocalHost.Startup;

/// <summary>Reads settings files: JSON that may have comments and a trailing comma.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="StartupException">The file is not JSON.</exception>
    public static JsonDocument Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path), Lenient);
        }
        catch (JsonException broken)
        {
            throw new StartupException($"{path} cannot be read: {broken.Message}", broken);
        }
    }
}

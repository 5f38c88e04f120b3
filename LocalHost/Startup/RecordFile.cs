using System.Text.Json;

namespace LocalHost.Startup;

/// <summary>
/// A file in which a host records a process, for a later start to find after a crash. Its folder may be deleted while
/// the host runs, and other hosts may read it at the same time.
/// </summary>
internal static class RecordFile
{
    /// <summary>Returns the record; null for a missing, truncated or older file, or one that is being written.</summary>
    public static T? Read<T>(string path) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the record, and creates its folder when it is missing.</summary>
    /// <exception cref="StartupException">The folder cannot be used.</exception>
    public static void Write<T>(string path, T record)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, JsonSerializer.Serialize(record));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{path} cannot be written: {unusable.Message}", unusable);
        }
    }

    /// <summary>Deletes the record; does nothing when it, or its whole folder, is gone.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody deleted the folder during the run.
        }
    }
}

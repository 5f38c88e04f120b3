using RegelLoket.Cases;

namespace RegelLoket.Web.Uploads;

/// <summary>A file of a form or of a call.</summary>
/// <param name="Name">The name that its sender gave it: text of a person, for private places only.</param>
/// <param name="Content">The content; null when it is longer than a file may be.</param>
public sealed record UploadedFile(string Name, SpooledFile? Content)
{
    private const int LongestName = 200;
    private const string Nameless = "bestand";

    /// <summary>Returns the name without the folders that some browsers put before it; a long one ends in dots.</summary>
    public static string NameOf(string? sent)
    {
        var name = TextSanitizer.CleanLine((sent ?? "").Split('/', '\\')[^1]);
        return name.Length == 0 ? Nameless : name.Length <= LongestName ? name : $"{TextSanitizer.Clean(name[..LongestName])}…";
    }
}

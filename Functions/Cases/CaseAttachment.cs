namespace RegelLoket.Cases;

/// <summary>A file with a case. Its content and its name are stored apart, so that both can be erased.</summary>
/// <param name="Id">The name of its content in storage: 32 random hexadecimals.</param>
/// <param name="Type">The kind, by its content.</param>
/// <param name="Size">The size in bytes, as stored.</param>
/// <param name="By">Who added it.</param>
/// <param name="At">When it was added.</param>
/// <param name="Name">The name that its sender gave it.</param>
public sealed record CaseAttachment(string Id, FileType Type, long Size, Actor By, DateTimeOffset At, TextReference Name)
{
    /// <summary>The maximum number of files of the reporter, and of each ministry.</summary>
    public const int Most = 5;

    /// <summary>The maximum size of a file, in bytes.</summary>
    public const int MaximumSize = 10 * 1024 * 1024;

    /// <summary>The ministry that sent it as a letter; null for a file of the reporter.</summary>
    public Ministry? From { get; init; }

    /// <summary>The identity of the mail in which it came; null when it was added on a page.</summary>
    public string? MailHash { get; init; }

    /// <summary>Whether it was taken away or erased; only the record that it was there is left.</summary>
    public bool IsGone { get; init; }
}

using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>A file of a report that is not sent yet.</summary>
public sealed record DraftFile(string Id, FileType Type, long Size, string Name);

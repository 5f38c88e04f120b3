using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>Whether a case is kept for good, or how long it is kept.</summary>
public sealed record Appraisal(bool KeptForGood, int Years)
{
    /// <summary>
    /// A case that changed a rule, or says on purpose why not, is kept for good; the others as long as they can be asked for.
    /// </summary>
    public static Appraisal Of(OutcomeKind? outcome) => outcome switch
    {
        OutcomeKind.Wetswijziging or OutcomeKind.RegelingAmvbAangepast or OutcomeKind.BeleidsregelAangepast or OutcomeKind.BewustZo =>
            new(true, 0),
        OutcomeKind.OntheffingExperiment or OutcomeKind.Uitvoeringspraktijk => new(false, 10),
        _ => new(false, 5),
    };
}

/// <summary>One file of a package, with what it is for and its hash.</summary>
public sealed record ArchivedFile(string Name, string Description, string MediaType, byte[] Content)
{
    /// <summary>SHA-256 in lower-case hexadecimals.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>
/// A case that is over as a package for the archive: the dossier, its MDTO description, the stream of events and a list of hashes.
/// </summary>
public static class ArchivePackage
{
    private const string Xml = "application/xml";

    public static IReadOnlyList<ArchivedFile> FilesOf(CaseFile file, byte[] stream, DateTimeOffset now)
    {
        ArchivedFile[] representations =
        [
            new("dossier.html", "De zaak om te lezen, met alle teksten", "text/html", ArchivedDossier.Write(file, now)),
            new("gebeurtenissen.jsonl", "Elke stap, met de keten van kenmerken", "application/jsonl", stream),
        ];
        ArchivedFile[] described =
        [
            .. representations,
            new("mdto.xml", "De beschrijving van de zaak in MDTO", Xml, MdtoDescription.OfCase(file, representations)),
            .. representations.Select(
                part => new ArchivedFile($"{part.Name}.mdto.xml", $"De beschrijving van {part.Name} in MDTO", Xml,
                MdtoDescription.OfFile(file.Number, part, now))),
        ];
        var hashes = string.Concat(described.Select(part => $"{part.Hash}  {part.Name}\n"));
        return [.. described, new("sha256.txt", "De kenmerken van de bestanden", "text/plain", Encoding.ASCII.GetBytes(hashes))];
    }

    public static byte[] Zip(CaseNumber number, IEnumerable<ArchivedFile> files, DateTimeOffset now)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry($"{number}/{file.Name}");
                entry.LastWriteTime = now;
                using var part = entry.Open();
                part.Write(file.Content);
            }
        }

        return target.ToArray();
    }
}

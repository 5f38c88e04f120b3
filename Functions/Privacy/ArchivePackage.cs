using System.IO.Compression;
using System.Text;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>
/// Builds the package of a closed case for the archive: the dossier, its MDTO description, the stream of events and a
/// list of hashes.
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
        return [.. described,
            new("sha256.txt", "De kenmerken van de bestanden", "text/plain", Encoding.ASCII.GetBytes(hashes))];
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

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RegelLoket.Tests.LocalRuntime.Api;

/// <summary>
/// Holds LocalRuntime against the list of the real packages' public members, each with the upstream repository and file that
/// it was checked against. What is not on the list must not be here, or the app could come to use what the Azure lane lacks.
/// </summary>
public sealed class ApiFidelityTests
{
    private static readonly string ListFile = Path.Combine(AzuriteFixture.Checkout, "Functions.Tests", "LocalRuntime", "Api", "api-fidelity.tsv");

    private static readonly string[][] Rows = [.. File.ReadLines(ListFile).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))];

    [Fact]
    public void LocalRuntime_PublicMembers_AreExactlyTheList()
    {
        var listed = Rows.Select(row => string.Join('\t', row[..3]));
        var present = PublicApi.Members().Select(member => $"{member.Type}\t{member.Member}\t{member.Parameters}");

        Assert.Equal(listed.Order(StringComparer.Ordinal), present.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void List_EachRow_NamesTheUpstreamRepositoryAndFile() => Assert.All(Rows, row =>
    {
        Assert.Equal(4, row.Length);
        Assert.Matches(@"^(Azure|microsoft|sendgrid)/[a-z-]+: [\w./-]+\.cs$", row[3]);
    });

    [Fact]
    public void Functions_UseOfTheMirroredNamespaces_IsOnTheList()
    {
        var listed = Rows.Select(row => (row[0], Plain(row[1]))).ToHashSet();
        var used = UsedMembers(typeof(App).Assembly.Location).ToArray();

        Assert.NotEmpty(used);
        Assert.All(used, member => Assert.Contains(member, listed));
    }

    // What the compiled app refers to: each member reference whose type LocalRuntime supplies.
    private static IEnumerable<(string Type, string Member)> UsedMembers(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var reader = image.GetMetadataReader();
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (TypeOf(reader, member.Parent) is { } type && PublicApi.IsMirrored(type))
            {
                yield return (PublicApi.Name(type), Property(reader.GetString(member.Name)));
            }
        }
    }

    private static Type? TypeOf(MetadataReader reader, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeSpecification)
        {
            // A generic instance: its first type reference is the definition.
            var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
            if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            {
                return null;
            }

            blob.ReadSignatureTypeCode();
            handle = blob.ReadTypeHandle();
        }

        if (handle.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var reference = reader.GetTypeReference((TypeReferenceHandle)handle);
        var name = reader.GetString(reference.Name);
        return reference.ResolutionScope.Kind == HandleKind.TypeReference
            ? TypeOf(reader, reference.ResolutionScope)?.GetNestedType(name)
            : PublicApi.Assembly.GetType($"{reader.GetString(reference.Namespace)}.{name}");
    }

    private static string Property(string name) => name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name[4..] : name;

    private static string Plain(string member) => member.Contains('<', StringComparison.Ordinal) ? member[..member.IndexOf('<', StringComparison.Ordinal)] : member;
}

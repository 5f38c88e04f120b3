using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Library.Items;

/// <summary>
/// A public item: the same record is stored, shown and given away as open data. It is made of texts that were written
/// for the public, never by filtering a case.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "soort")]
[JsonDerivedType(typeof(PublishedCase), PublishedCase.KindName)]
[JsonDerivedType(typeof(Factsheet), Factsheet.KindName)]
[JsonDerivedType(typeof(FrontRunner), FrontRunner.KindName)]
[JsonDerivedType(typeof(Experiment), Experiment.KindName)]
public abstract record LibraryItem
{
    /// <summary>The permanent last part of its addresses.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("titel")]
    public required string Title { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme> Themes { get; init; } = [];

    [JsonPropertyName("branches")]
    public IReadOnlyList<Branche> Branches { get; init; } = [];

    [JsonPropertyName("gepubliceerdOp")]
    public required DateTimeOffset PublishedAt { get; init; }

    [JsonPropertyName("gewijzigdOp")]
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>The front-runner initiatives to which it belongs, by id.</summary>
    [JsonPropertyName("koplopers")]
    public IReadOnlyList<string> FrontRunners { get; init; } = [];

    /// <summary>The rules that it concerns.</summary>
    [JsonPropertyName("regels")]
    public IReadOnlyList<PublicRule> Rules { get; init; } = [];

    /// <summary>Its absolute address in open data; not stored, since a site may move.</summary>
    [JsonPropertyName("uri")]
    public Uri? Uri { get; init; }

    [JsonIgnore]
    public abstract ItemKind Kind { get; }

    /// <summary>The path of its page.</summary>
    [JsonIgnore]
    public virtual string Path => SiteRoutes.LibraryItem(Id);

    /// <summary>Returns the item with its absolute address on a site.</summary>
    public LibraryItem At(Uri site) => this with { Uri = new Uri(site, Path) };
}

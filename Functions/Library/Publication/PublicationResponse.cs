using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>The progress of the public text of a case.</summary>
public sealed record PublicationResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("status")]
    public required CaseStatus Status { get; init; }

    [JsonPropertyName("versie")]
    public int? Version { get; init; }

    [JsonPropertyName("goedgekeurd")]
    public bool Approved { get; init; }

    [JsonPropertyName("akkoordMelder")]
    public bool Agreed { get; init; }

    [JsonPropertyName("bezwaarMelder")]
    public bool Objected { get; init; }

    [JsonPropertyName("reagerenTotEnMet")]
    public DateOnly? ObjectBefore { get; init; }

    [JsonPropertyName("gedeeld")]
    public bool Shared { get; init; }

    /// <summary>The reason why the outcome is not shared; null while nobody decided that.</summary>
    [JsonPropertyName("nietDelenWant")]
    public NotSharedReason? NotShared { get; init; }

    [JsonPropertyName("adres")]
    public string? Address { get; init; }

    public static PublicationResponse Of(CaseFile file)
    {
        var publication = file.State.Publication;
        return new PublicationResponse
        {
            Number = file.Number,
            Status = file.State.Status,
            Version = publication?.Version,
            Approved = publication?.ApprovedAt is not null,
            Agreed = publication?.AgreedAt is not null,
            Objected = publication?.Objection is not null,
            ObjectBefore = publication?.ObjectBefore,
            Shared = publication?.IsPublic == true,
            NotShared = file.State.NotShared?.Because,
            Address = publication?.IsPublic == true ? SiteRoutes.LibraryItem(PublishedCase.IdOf(file.Number)) : null,
        };
    }
}

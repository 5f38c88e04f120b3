using System.Net.Mime;
using RegelLoket.Attachments;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Files of reporters and letters of ministries.</summary>
internal sealed class AttachmentCalls : IApiCalls
{
    private const string Id = "5f0c1e7a9b3d4c2e8f6a7b1c0d9e3f42";

    private const string One = $$"""
        {
          "bijlage": "{{Id}}", "bestandssoort": "pdf", "grootte": 48211, "bestandsnaam": "brief.pdf",
          "toegevoegdOp": "2026-11-02T09:15:00Z"
        }
        """;

    private const string Bytes = "%PDF-1.7 (de bytes van het bestand)";

    private static readonly ApiBody Sent = new("NieuwBestand", Bytes) { MediaType = MediaTypeNames.Application.Octet };

    private static readonly ApiBody Content = new("Bestand", Bytes) { MediaType = MediaTypeNames.Application.Octet };

    private static readonly ApiBody Added = new("Bijlage", One) { Type = typeof(AttachmentResponse) };

    private static readonly ApiBody All = new("Bijlagen", $$"""{ "bijlagen": [ {{One}} ] }""") { Type = typeof(AttachmentsResponse) };

    public IEnumerable<ApiCall> Calls =>
    [
        new("PostAttachment", ApiTags.Reports, "Voeg een bestand toe aan je melding")
        {
            Description = "Stuur het bestand zelf als inhoud: pdf, jpg of png, tot 10 MB, hoogstens vijf bij een melding. We kijken naar "
                + "de inhoud, niet naar de naam. De naam mag in de header Bestandsnaam, met procenttekens gecodeerd. Van een foto halen we "
                + "plaats en camera weg. Een pdf die iets uitvoert, een formulier is of een ander bestand bevat, nemen we niet aan.",
            Caller = ApiCaller.Reporter,
            CanConflict = true,
            SendsFile = true,
            Body = Sent,
            Status = 201,
            Answer = Added,
        },
        new("GetAttachments", ApiTags.Reports, "De bestanden bij je melding")
        {
            Description = "Wat je zelf toevoegde en nog niet weghaalde.",
            Caller = ApiCaller.Reporter,
            Answer = All,
        },
        new("GetAttachment", ApiTags.Reports, "Haal een bestand bij je melding op")
        {
            Description = "Het bestand zoals we het bewaren.",
            Caller = ApiCaller.Reporter,
            Answer = Content,
        },
        new("DeleteAttachment", ApiTags.Reports, "Haal een bestand bij je melding weg")
        {
            Description = "De inhoud is meteen weg. In de zaak blijft staan dat er een bestand was.",
            Caller = ApiCaller.Reporter,
            Status = 204,
        },
        new("GetCaseAttachments", ApiTags.Cases, "De bestanden bij een zaak")
        {
            Description = "Bestanden van de melder en brieven van ministeries.",
            Caller = ApiCaller.Colleague,
            Answer = All,
        },
        new("GetCaseAttachment", ApiTags.Cases, "Haal een bestand bij een zaak op")
        {
            Description = "We houden bij wie een bestand opende.",
            Caller = ApiCaller.Colleague,
            Answer = Content,
        },
        new("DeleteCaseAttachment", ApiTags.Cases, "Haal een bestand bij een zaak weg")
        {
            Description = "Voor een bestand dat hier niet hoort, bijvoorbeeld met gegevens van cliënten. De inhoud is meteen weg.",
            Caller = ApiCaller.Colleague,
            Status = 204,
        },
        new("PostQuestionFile", ApiTags.Ministries, "Voeg een brief toe aan je antwoord")
        {
            Description = "Alleen pdf, tot 10 MB, terwijl de vraag open is. Stuur de brief zelf als inhoud.",
            Caller = ApiCaller.Ministry,
            CanConflict = true,
            SendsFile = true,
            Body = Sent,
            Status = 201,
            Answer = Added,
        },
        new("GetQuestionFile", ApiTags.Ministries, "Haal een bestand bij de vraag op")
        {
            Description = "Een bestand dat het loket voor je ministerie koos, of een eigen brief.",
            Caller = ApiCaller.Ministry,
            Answer = Content,
        },
    ];
}

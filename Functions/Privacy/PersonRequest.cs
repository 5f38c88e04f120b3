using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>What a person asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonRequestKind>))]
public enum PersonRequestKind
{
    [JsonStringEnumMemberName("inzage"), Display(Name = "Inzage: alles wat we van deze persoon hebben")]
    Export,

    [JsonStringEnumMemberName("melderWissen"), Display(Name = "Wissen wie het is: naam, e-mailadres en telefoon")]
    EraseReporter,

    [JsonStringEnumMemberName("allesWissen"), Display(Name = "Alles wissen: ook de teksten")]
    EraseAll,
}

/// <summary>How a coordinator made sure who asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonVerification>))]
public enum PersonVerification
{
    [JsonStringEnumMemberName("antwoord-op-mail"), Display(Name = "Antwoord op een mail naar het bekende adres")]
    RepliedToMail,

    [JsonStringEnumMemberName("teruggebeld"), Display(Name = "Teruggebeld op het bekende nummer")]
    CalledBack,

    [JsonStringEnumMemberName("volgcode"), Display(Name = "De persoon noemde zaaknummer en code")]
    FollowCode,

    [JsonStringEnumMemberName("in-persoon"), Display(Name = "De persoon was hier en liet een bewijs zien")]
    InPerson,
}

/// <summary>A person's request, as a coordinator enters it.</summary>
public sealed record PersonRequest
{
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("soort")]
    public PersonRequestKind? Kind { get; init; }

    /// <summary>The coordinator has checked that the person who asks is the one of this address.</summary>
    [JsonPropertyName("identiteitGecontroleerd")]
    public bool? Verified { get; init; }

    /// <summary>How that was checked.</summary>
    [JsonPropertyName("controle")]
    public PersonVerification? Verification { get; init; }

    /// <summary>Only look.</summary>
    [JsonPropertyName("proef")]
    public bool? DryRun { get; init; }

    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.AddWhen(!EmailAddress.TrySeek(Email, out _), "email", "Vul één e-mailadres in.");
        errors.AddWhen(Kind is null, "soort", "Kies inzage, melderWissen of allesWissen.");
        errors.AddWhen(Verified != true, "identiteitGecontroleerd", "Controleer eerst of de aanvrager deze persoon is.");
        return errors;
    }
}

/// <summary>One place where something of the person is, and what happens there.</summary>
public sealed record PersonRequestLine
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("persoon")]
    public required CasePerson Person { get; init; }

    /// <summary>Whether the case has data by which the person can be known and reached.</summary>
    [JsonPropertyName("contactgegevens")]
    public required bool Contact { get; init; }

    /// <summary>How many texts are shown, or go.</summary>
    [JsonPropertyName("aantalTeksten")]
    public required int Texts { get; init; }

    /// <summary>Whether the case is still worked on.</summary>
    [JsonPropertyName("loopt")]
    public required bool IsOpen { get; init; }
}

/// <summary>
/// A request that was carried out: what was shown or destroyed, in which cases and by whom. Nothing of the person, and nothing of what it
/// was.
/// </summary>
public sealed record HandledPersonRequest
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("soort")]
    public required PersonRequestKind Kind { get; init; }

    [JsonPropertyName("controle"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonVerification? Verification { get; init; }

    [JsonPropertyName("door")]
    public required string By { get; init; }

    [JsonPropertyName("begonnenOp")]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When all of it was done; null while it is not.</summary>
    [JsonPropertyName("klaarOp"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DoneAt { get; init; }

    [JsonPropertyName("zaken")]
    public required IReadOnlyList<PersonRequestLine> Lines { get; init; }

    /// <summary>The mails as they came in that were shown or destroyed.</summary>
    [JsonPropertyName("binnengekomenMails")]
    public IReadOnlyList<PersonMailLine> Mails { get; init; } = [];

    [JsonIgnore]
    public ErasedData? Erases => ErasureOf(Kind);

    public static ErasedData? ErasureOf(PersonRequestKind kind) => kind switch
    {
        PersonRequestKind.EraseAll => ErasedData.Texts,
        PersonRequestKind.EraseReporter => ErasedData.Reporter,
        _ => null,
    };
}

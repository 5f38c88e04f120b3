using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

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

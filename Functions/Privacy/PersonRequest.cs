using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>A person's request as entered by a coordinator.</summary>
public sealed record PersonRequest
{
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("soort")]
    public PersonRequestKind? Kind { get; init; }

    /// <summary>Whether the coordinator verified that the person owns this address.</summary>
    [JsonPropertyName("identiteitGecontroleerd")]
    public bool? Verified { get; init; }

    /// <summary>The way in which that was verified.</summary>
    [JsonPropertyName("controle")]
    public PersonVerification? Verification { get; init; }

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

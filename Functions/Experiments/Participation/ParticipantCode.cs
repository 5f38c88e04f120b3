using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;

namespace RegelLoket.Experiments.Participation;

/// <summary>
/// The secret in the link of an organisation that does an experiment (experimentcode): <c>RR-2026-7KQ4M.1.…</c>, 256
/// random bits bound to one experiment of one case. The case holds only its <see cref="Hash"/>.
/// </summary>
public sealed record ParticipantCode
{
    private const int SecretBytes = 32;
    private const string Purpose = "experiment";

    /// <summary>The hash to compare with when there is no other, so that every response takes the same work.</summary>
    private static readonly string NoCode = New(CaseNumber.Parse("RR-2026-00000"), 1).Hash();

    private ParticipantCode(CaseNumber number, int experiment, string secret) =>
        (Case, Experiment, Secret) = (number, experiment, secret);

    public CaseNumber Case { get; }

    /// <summary>The number of the experiment within the case.</summary>
    public int Experiment { get; }

    private string Secret { get; }

    public static ParticipantCode New(CaseNumber number, int experiment) =>
        new(number, experiment, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Parses a pasted code or link.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ParticipantCode? code)
    {
        code = null;
        if (text is not { Length: < 400 }
            || text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..].Trim().Split('.')
                is not [var number, var experiment, var secret]
            || !CaseNumber.TryParse(number, out var parsed) || parsed.Value != number
            || !int.TryParse(experiment, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || !Base64Url.IsValid(secret, out var length) || length != SecretBytes)
        {
            return false;
        }

        code = new ParticipantCode(parsed, place, secret);
        return true;
    }

    /// <summary>Returns the SHA-256 of everything that the code is bound to, in lower-case hexadecimals.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Purpose}|{this}")));

    /// <summary>Whether the code opens an experiment on a day; compares in fixed time.</summary>
    public bool Opens(CaseExperiment? experiment, DateOnly today) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(experiment?.LinkHash ?? NoCode))
        && experiment?.IsOpenOn(today) is true;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case.Value}.{Experiment}.{Secret}");
}

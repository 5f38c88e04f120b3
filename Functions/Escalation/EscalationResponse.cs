using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The state of a case at the ministries, for the analyst.</summary>
public sealed class EscalationResponse(CaseFile file)
{
    [JsonPropertyName("zaaknummer")]
    public CaseNumber Number => file.Number;

    [JsonPropertyName("status")]
    public CaseStatus Status => file.State.Status;

    [JsonPropertyName("ministeries")]
    public IEnumerable<MinistryRequestResponse> Requests =>
        file.State.Requests.Select(r => new MinistryRequestResponse(file, r));

    [JsonPropertyName("tegenspraken")]
    public IEnumerable<ContradictionResponse> Contradictions =>
        Escalation.Contradictions.Of(file.State)
            .Select(c => new ContradictionResponse([c.One, c.Other], c.Rule, file.Text(file.State.ContradictionExplanation)));
}

using System.Text.Json;
using System.Text.Json.Serialization;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Escalation;

/// <summary>Reads and writes what this step stores: contacts, access, drafts, and mail that came in.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MinistryContacts))]
[JsonSerializable(typeof(AccessState))]
[JsonSerializable(typeof(SessionContent))]
[JsonSerializable(typeof(AnswerDraft))]
[JsonSerializable(typeof(SignInLink))]
[JsonSerializable(typeof(InboundMail))]
internal sealed partial class EscalationJson : JsonSerializerContext;

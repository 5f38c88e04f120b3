namespace RegelLoket.Experiments.Participation;

/// <summary>The organisation behind a command: the code of its link, checked when the command is decided.</summary>
/// <param name="Code">The code.</param>
/// <param name="Sent">The fields of its draft that the command sends, and that need not be kept any longer.</param>
public sealed record LogbookSender(ParticipantCode Code, IReadOnlyCollection<string> Sent);

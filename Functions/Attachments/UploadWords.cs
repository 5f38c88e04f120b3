using RegelLoket.Cases;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Attachments;

/// <summary>The sentences about files that were not taken.</summary>
public static class UploadWords
{
    public const string NoneChosen = "Kies eerst een bestand.";
    public const string Closed = "We nemen nu geen bestanden aan. Beschrijf in je bericht wat erin staat.";

    /// <summary>Says it of each file of a form that was one too many to be looked at.</summary>
    public static IEnumerable<string> OfPassedOver(UploadForm form) =>
        form.PassedOver.Select(name => $"{name}: we nemen hoogstens {CaseAttachment.Most} bestanden tegelijk aan.");

    /// <summary>Says it of one file, by the name that its sender gave it.</summary>
    public static string Of(string name, FileFault fault) => $"{name}: {fault.Label()}";

    /// <summary>Says it of one file that the case does not take.</summary>
    public static string Of(string name, CommandResult result) =>
        $"{name}: {(result is CommandResult.Refused refused ? refused.Reason : "dit is niet gelukt. Probeer het nog een keer.")}";
}

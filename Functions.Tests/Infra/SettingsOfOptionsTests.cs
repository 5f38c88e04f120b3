using System.Reflection;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Protection;
using RegelLoket.Web;

namespace RegelLoket.Tests.Infra;

/// <summary>
/// Each property of the app's options is set by infra, or keeps its default in Azure for a reason that is written here. The app
/// settings are written as a whole, so that nobody can set another one beside them.
/// </summary>
public sealed class SettingsOfOptionsTests
{
    /// <summary>Those that keep their default in Azure, by the reason.</summary>
    private static readonly Dictionary<string, string[]> Kept = new()
    {
        ["of a run on a developer's machine; the app refuses it elsewhere"] =
        [
            "Loket__Klok", "LocalIdentity__Issuer", "LocalIdentity__Audience", "LocalIdentity__SigningKey", "LocalIdentity__LoginPath",
        ],
        ["for trials alone: in production the safe choice is the default"] =
        [
            "Escalation__LinkAloneOpensApi", "Attachments__MayGoUnscanned", "SendGrid__Host", "Smtp__CheckRevocation",
        ],
        ["follows from the port, and a server without encryption is refused"] = ["Smtp__Security"],
        ["a term or limit that the pages and the registers promise: it changes with them, in the source"] =
        [
            "StepTerms__Analysis", "StepTerms__Statement", "StepTerms__Approval", "StepTerms__Decision", "StepTerms__Objection",
            "StepTerms__News", "Retention__ReporterDays", "Retention__TextDays", "Retention__HistoryDays", "Drafts__KeptForDays",
            "Escalation__LinkDays", "Escalation__AccessCodeLifetime", "Escalation__MaximumWrongCodes",
            "Escalation__MaximumAccessCodes", "Escalation__Lock", "Escalation__Session", "Escalation__DeskMailDays",
            "Experiments__LinkDays", "Experiments__SilentDays", "Experiments__Session", "Notifications__DirectMailDays",
        ],
        ["the pace of sending, tested with these values"] =
        [
            "Notifications__MaximumAttempts", "Notifications__Claim", "Notifications__StepPatience", "Notifications__Pause",
            "SendGrid__Timeout", "SendGrid__WebhookTolerance", "Smtp__Timeout", "Attachments__ScanSeconds",
        ],
        ["the limits on strangers, generous enough for an institution behind one address"] =
        [
            "RateLimits__ChangesPerAddress", "RateLimits__ChangesPerAddressPerSecond", "RateLimits__ChangesInAll",
            "RateLimits__ChangesInAllPerSecond", "RateLimits__WrongCodesPerAddress", "RateLimits__MailsPerAddress",
            "RateLimits__MailsPerAddressPerDay", "RateLimits__MailsPerRecipientPerDay", "RateLimits__FollowMailsPerRecipientPerDay",
            "RateLimits__ReportsPerAddressPerDay", "RateLimits__FilesPerAddressPerDay", "RateLimits__JoinsPerAddressPerDay",
            "ProofOfWork__Cost", "ProofOfWork__MaximumCounter", "ProofOfWork__Lifetime",
        ],
        ["the desk's name is the same everywhere"] = ["Notifications__FromName"],
        ["the sign-in names of Entra are mail addresses"] = ["Notifications__Colleagues"],
        ["no other free days were agreed; one that is goes into the source"] =
            ["WorkingDays__LiberationDayEveryYear", "WorkingDays__BridgeDays"],
    };

    /// <summary>Set by infra as numbered entries, which the settings of a fixed name do not show.</summary>
    private static readonly string[] Lists = ["Notifications__AllowedDomains", "DataProtection__OlderCertificates"];

    /// <summary>All options of the app by their section; some have no constant for it.</summary>
    private static readonly Dictionary<string, Type> Options = new(AppSettingsTests.Options)
    {
        ["Drafts"] = typeof(DraftOptions),
        ["ProofOfWork"] = typeof(ProofOfWorkOptions),
        ["RateLimits"] = typeof(RateLimitOptions),
    };

    private static IEnumerable<string> Properties => Options.SelectMany(section => section.Value.GetProperties()
        .Where(property => property.SetMethod?.IsPublic == true).Select(property => $"{section.Key}__{property.Name}"));

    [Fact]
    public void Properties_OfAllOptions_AreSetOrKeepTheirDefaultForAReason()
    {
        var known = AppSettingsTests.Settings.Keys.Concat(Lists).Concat(Kept.Values.SelectMany(names => names)).ToHashSet();

        Assert.Empty(Properties.Except(known));
    }

    [Fact]
    public void Kept_NamesPropertiesThatAreThereAndNotSet()
    {
        var kept = Kept.Values.SelectMany(names => names).ToList();

        Assert.Empty(kept.Except(Properties));
        Assert.Empty(kept.Intersect(AppSettingsTests.Settings.Keys));
        Assert.Equal(kept.Count, kept.Distinct().Count());
    }

    [Fact]
    public void Options_OfTheApp_AreAllKnownHere() => Assert.Empty(typeof(App).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, Namespace: not null } && type.Name.EndsWith("Options", StringComparison.Ordinal))
        .Where(type => type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, []) is not null)
        .Except(Options.Values));
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The kinds of mail. A class in <c>Mails</c> writes each; a stored slug never changes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailKind>))]
public enum MailKind
{
    [JsonStringEnumMemberName("ontvangst"), Display(Name = "Ontvangstbevestiging")]
    Receipt,

    [JsonStringEnumMemberName("vraag-aan-melder"), Display(Name = "Vraag aan de melder")]
    QuestionToReporter,

    [JsonStringEnumMemberName("uitkomst-aan-melder"), Display(Name = "Uitkomst aan de melder")]
    OutcomeToReporter,

    [JsonStringEnumMemberName("effectvraag"), Display(Name = "Vraag naar het effect")]
    EffectQuestion,

    [JsonStringEnumMemberName("antwoord-aan-melder"), Display(Name = "Antwoord op de reactie van de melder")]
    ReplyToReporter,

    [JsonStringEnumMemberName("reactie-van-melder"), Display(Name = "Reactie van de melder")]
    ReporterReacted,

    [JsonStringEnumMemberName("publicatie-aan-melder"), Display(Name = "Publieke tekst aan de melder")]
    PublicationToReporter,

    [JsonStringEnumMemberName("gedeeld"), Display(Name = "Gedeeld met de sector")]
    SharedWithSector,

    [JsonStringEnumMemberName("vraag-aan-ministerie"), Display(Name = "Vraag aan het ministerie")]
    QuestionToMinistry,

    [JsonStringEnumMemberName("herinnering-vooraf"), Display(Name = "Herinnering vooraf")]
    ReminderBefore,

    [JsonStringEnumMemberName("herinnering-op-de-dag"), Display(Name = "Herinnering op de dag")]
    ReminderOnTheDay,

    [JsonStringEnumMemberName("herinnering-na-de-dag"), Display(Name = "Herinnering na de dag")]
    ReminderAfter,

    [JsonStringEnumMemberName("tweede-contact"), Display(Name = "Bericht aan het tweede contact")]
    SecondContact,

    [JsonStringEnumMemberName("antwoord-op-wedervraag"), Display(Name = "Antwoord op de wedervraag")]
    ReplyToMinistry,

    [JsonStringEnumMemberName("besluit-meer-tijd"), Display(Name = "Besluit over meer tijd")]
    MoreTimeDecision,

    [JsonStringEnumMemberName("doorgezet"), Display(Name = "Vraag aan een collega van het ministerie")]
    PassedOn,

    [JsonStringEnumMemberName("antwoord-niet-meer-nodig"), Display(Name = "Antwoord van het ministerie niet meer nodig")]
    AnswerNotNeeded,

    [JsonStringEnumMemberName("toegangscode"), Display(Name = "Toegangscode")]
    AccessCode,

    [JsonStringEnumMemberName("bericht-van-ministerie"), Display(Name = "Bericht van een ministerie")]
    MinistryReplied,

    [JsonStringEnumMemberName("stap-te-doen"), Display(Name = "Stap te doen")]
    StepDue,

    [JsonStringEnumMemberName("ministerie-zwijgt"), Display(Name = "Een ministerie antwoordt niet")]
    MinistrySilent,

    [JsonStringEnumMemberName("post-niet-aangekomen"), Display(Name = "Post niet aangekomen")]
    MailTrouble,

    [JsonStringEnumMemberName("samen-behandeld"), Display(Name = "Melding samen behandeld")]
    MergedToReporter,

    [JsonStringEnumMemberName("weer-apart"), Display(Name = "Melding weer apart")]
    SplitOffToReporter,

    [JsonStringEnumMemberName("uitkomst-hoofdzaak"), Display(Name = "Uitkomst van de hoofdzaak aan de melder")]
    OutcomeOfMainCase,

    [JsonStringEnumMemberName("bericht-bij-samengevoegde"), Display(Name = "Bericht van de melder van een samengevoegde zaak")]
    MergedReporterWrote,

    [JsonStringEnumMemberName("overzicht"), Display(Name = "Overzicht voor een collega")]
    Digest,

    [JsonStringEnumMemberName("nieuwe-code"), Display(Name = "Nieuwe code om te volgen")]
    NewCode,

    [JsonStringEnumMemberName("nieuws-aan-volger"), Display(Name = "Nieuws aan een volger")]
    NewsToFollower,

    [JsonStringEnumMemberName("code-zonder-zaak"), Display(Name = "Code of link die bij geen zaak hoort")]
    DirectCode,

    [JsonStringEnumMemberName("mail-zonder-zaak"), Display(Name = "Mail die bij geen zaak hoort")]
    UnplacedMail,

    [JsonStringEnumMemberName("stappen-te-doen"), Display(Name = "Stappen die te doen zijn")]
    StepsDue,

    [JsonStringEnumMemberName("nieuwe-dag-aan-melder"), Display(Name = "Nieuwe datum aan de melder")]
    NewDayToReporter,

    [JsonStringEnumMemberName("bericht-aan-melder"), Display(Name = "Bericht aan de melder")]
    MessageToReporter,

    [JsonStringEnumMemberName("herinnering-aan-melder"), Display(Name = "Herinnering aan de melder")]
    ReporterReminder,

    [JsonStringEnumMemberName("gesloten-zonder-antwoord"), Display(Name = "Gesloten zonder antwoord van de melder")]
    ClosedUnanswered,

    [JsonStringEnumMemberName("bericht-van-melder"), Display(Name = "Bericht van de melder")]
    ReporterWrote,

    [JsonStringEnumMemberName("melder-zwijgt"), Display(Name = "De melder antwoordt niet")]
    ReporterSilent,

    [JsonStringEnumMemberName("kopie-van-antwoord"), Display(Name = "Kopie van het antwoord aan het ministerie")]
    AnswerCopy,

    [JsonStringEnumMemberName("uitkomst-aan-ministerie"), Display(Name = "Uitkomst aan het ministerie")]
    OutcomeToMinistry,

    [JsonStringEnumMemberName("melding-gesplitst"), Display(Name = "Melding gesplitst")]
    ReportSplit,

    [JsonStringEnumMemberName("splitsing-ongedaan"), Display(Name = "Splitsing ongedaan gemaakt")]
    ReportSplitUndone,

    [JsonStringEnumMemberName("nieuwe-dag-hoofdzaak"), Display(Name = "Nieuwe datum van de hoofdzaak aan de melder")]
    NewDayOfMainCase,

    [JsonStringEnumMemberName("bibliotheeknieuws"), Display(Name = "Nieuws uit de bibliotheek")]
    LibraryNews,

    [JsonStringEnumMemberName("uitnodiging-experiment"), Display(Name = "Link aan een deelnemer aan een experiment")]
    ExperimentInvitation,

    [JsonStringEnumMemberName("herinnering-experiment"), Display(Name = "Herinnering aan een deelnemer aan een experiment")]
    ExperimentReminder,
}

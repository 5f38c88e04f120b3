using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Demo;

/// <summary>What else happened in a case of the demo: the words of the last column of <c>demo/verloop.csv</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DemoWord>))]
internal enum DemoWord
{
    /// <summary>Every step came sooner than usual.</summary>
    [JsonStringEnumMemberName("vlot"), Display(Name = "Vlot")]
    Quick,

    /// <summary>Every step of the desk came after its term.</summary>
    [JsonStringEnumMemberName("traag"), Display(Name = "Traag")]
    Slow,

    /// <summary>The desk asked the reporter something, who answered.</summary>
    [JsonStringEnumMemberName("vraag"), Display(Name = "Vraag")]
    Question,

    /// <summary>The ministries answered after their term.</summary>
    [JsonStringEnumMemberName("laat"), Display(Name = "Laat")]
    Late,

    /// <summary>The first ministry asked back; answered, unless the case is still there.</summary>
    [JsonStringEnumMemberName("wedervraag"), Display(Name = "Wedervraag")]
    AskedBack,

    /// <summary>The first ministry asked for more time; granted, unless the case is still there.</summary>
    [JsonStringEnumMemberName("meer-tijd"), Display(Name = "Meer tijd")]
    MoreTime,

    /// <summary>The first ministry explained that the rule is another's.</summary>
    [JsonStringEnumMemberName("niet-bij-ons"), Display(Name = "Niet bij ons")]
    NotOurs,

    /// <summary>The first ministry replied by mail, and nobody has decided on that yet.</summary>
    [JsonStringEnumMemberName("mail"), Display(Name = "Mail")]
    Mailed,

    /// <summary>The question came back from the mailbox of the first ministry.</summary>
    [JsonStringEnumMemberName("post-terug"), Display(Name = "Post terug")]
    Bounced,

    /// <summary>The reporter disputed the outcome.</summary>
    [JsonStringEnumMemberName("bezwaar"), Display(Name = "Bezwaar")]
    Disputed,

    /// <summary>The desk answered the dispute, or the "no" to the question on the effect, and kept the outcome.</summary>
    [JsonStringEnumMemberName("beantwoord"), Display(Name = "Beantwoord")]
    Answered,

    /// <summary>A text for the public waits for its second reader.</summary>
    [JsonStringEnumMemberName("concept"), Display(Name = "Concept")]
    Drafted,

    /// <summary>The reporter objected to the text for the public.</summary>
    [JsonStringEnumMemberName("geen-akkoord"), Display(Name = "Geen akkoord")]
    Objected,

    /// <summary>The case was shared, though that is not its status today.</summary>
    [JsonStringEnumMemberName("delen"), Display(Name = "Delen")]
    Published,

    /// <summary>The case was shared, and its text taken out again.</summary>
    [JsonStringEnumMemberName("tekst-weg"), Display(Name = "Tekst weg")]
    TextWithdrawn,

    /// <summary>Another organisation reported the same, and both went on as one; its report is in <c>zelfde/</c>.</summary>
    [JsonStringEnumMemberName("tweeling"), Display(Name = "Tweeling")]
    Twin,

    /// <summary>The report asked several questions and was split; its parts are in <c>gesplitst/</c>.</summary>
    [JsonStringEnumMemberName("gesplitst"), Display(Name = "Gesplitst")]
    Split,
}

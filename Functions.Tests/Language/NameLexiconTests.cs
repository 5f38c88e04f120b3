using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>What a word can be in a name, by the lists and by its form.</summary>
public sealed class NameLexiconTests
{
    [Theory]
    [InlineData("Zoë", "zoe")]
    [InlineData("MÜLLER", "muller")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("Sørensen", "sorensen")]
    [InlineData("Weiß", "weiss")]
    [InlineData("D’Angelo", "d'angelo")]
    [InlineData("Chr.", "chr")]
    public void Fold_AnySpelling_IsTheOneOfTheLists(string word, string plain) => Assert.Equal(plain, NameLexicon.Fold(word));

    [Theory]
    [InlineData("jan", nameof(NameKinds.First))]
    [InlineData("fatima", nameof(NameKinds.First))]
    [InlineData("jansen", nameof(NameKinds.Surname))]
    [InlineData("bakker", nameof(NameKinds.Surname))]
    [InlineData("bakker", nameof(NameKinds.Word))]
    [InlineData("verpleegkundige", nameof(NameKinds.Word))]
    [InlineData("utrecht", nameof(NameKinds.Other))]
    [InlineData("jan-willem", nameof(NameKinds.First))]
    [InlineData("jansen-bakker", nameof(NameKinds.Surname))]
    [InlineData("zonnezorg", nameof(NameKinds.Word))]
    public void KindsOf_Word_HasTheKind(string plain, string kind) =>
        Assert.True(NameLexicon.KindsOf(plain).HasFlag(Enum.Parse<NameKinds>(kind)), $"{plain} is {NameLexicon.KindsOf(plain)}");

    [Theory]
    [InlineData("jansen", nameof(NameKinds.First))]
    [InlineData("verpleegkundige", nameof(NameKinds.Surname))]
    [InlineData("xqzvw", nameof(NameKinds.Word))]
    [InlineData("", nameof(NameKinds.First))]
    public void KindsOf_Word_HasNotTheKind(string plain, string kind) =>
        Assert.False(NameLexicon.KindsOf(plain).HasFlag(Enum.Parse<NameKinds>(kind)), $"{plain} is {NameLexicon.KindsOf(plain)}");

    [Theory]
    [InlineData("thuiszorg", true)]
    [InlineData("kerkstraat", true)]
    [InlineData("zorg", false)]
    [InlineData("jansen", false)]
    public void EndsLikeOrganisation_Word_NeedsMoreThanTheEndingItself(string plain, bool expected) =>
        Assert.Equal(expected, NameLexicon.EndsLikeOrganisation(plain));
}

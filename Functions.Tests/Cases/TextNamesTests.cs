using System.Reflection;
using FsCheck;
using FsCheck.Xunit;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

/// <summary>Names of texts never change and never meet, also where a report is split or several ministries are asked.</summary>
public sealed class TextNamesTests
{
    private static IReadOnlyList<string> Names => [.. typeof(TextNames).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => (string)constant.GetValue(null)!)];

    [Fact]
    public void Names_OfTexts_AreEachOthersOthersAndHaveNoDot()
    {
        Assert.Equal(Names.Count, Names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(Names, name => name.Contains('.', StringComparison.Ordinal));
    }

    [Property]
    public void PartOf_NameOfAPart_IsThatPartAndName(PositiveInt part, NonNegativeInt choice)
    {
        var name = Names[choice.Get % Names.Count];

        Assert.Equal((part.Get, name), TextNames.PartOf(TextNames.OfPart(part.Get, name)));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("question.vws")]
    [InlineData("part.title")]
    [InlineData("part.x.title")]
    [InlineData("part.2.title.more")]
    [InlineData("Part.2.title")]
    [InlineData("")]
    public void PartOf_AnyOtherName_IsNoPart(string name) => Assert.Null(TextNames.PartOf(name));

    [Fact]
    public void QuestionTo_EachMinistry_HasANameOfItsOwn()
    {
        var names = EnumNames.All<Ministry>().Select(TextNames.QuestionTo).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.StartsWith("question.", name, StringComparison.Ordinal));
    }
}

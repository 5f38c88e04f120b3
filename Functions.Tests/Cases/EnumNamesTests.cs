using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

/// <summary>A value of a fixed list has its machine code in one place: at the value itself.</summary>
public sealed class EnumNamesTests
{
    public static TheoryData<Type> Lists => [.. typeof(EnumNames).Assembly.GetTypes().Where(
        type => type.IsEnum && Values(type).Any(value => CodeOf(value) is not null))];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Values_OfAList_HaveEachACodeOfTheirOwn(Type list)
    {
        var codes = Values(list).Select(CodeOf).ToList();

        Assert.All(codes, Assert.NotNull);
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Values_OfAList_HaveALabelAllOrNone(Type list) =>
        Assert.Single(Values(list).Select(value => value.GetCustomAttribute<DisplayAttribute>() is not null).Distinct());

    private static FieldInfo[] Values(Type list) => list.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static string? CodeOf(FieldInfo value) => value.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name;
}

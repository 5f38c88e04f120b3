using System.Reflection;
using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Tests.Infra;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>
/// Links are written down once, in the types whose name ends in Routes: no other file names an address of the site outright, and every
/// address in those types is that of a function, so that no link is dead.
/// </summary>
public sealed partial class RoutesTests
{
    /// <summary>Where an address may stand as a text all the same.</summary>
    private static readonly (string Path, string Because)[] Exceptions =
    [
        ("Functions/OpenApi/Calls/", "Examples of answers are shown as they go over the wire."),
    ];

    /// <summary>Stand for what is filled into an address; no part of an address is called like one of them.</summary>
    private static readonly Dictionary<Type, object> Samples = new()
    {
        [typeof(CaseNumber)] = CaseNumber.Parse("RR-2026-7KQ4M"),
        [typeof(FollowNumber)] = new FollowNumber(CaseNumber.Parse("RR-2026-7KQ4M"), 2),
        [typeof(Ministry)] = Ministry.Vws,
        [typeof(string)] = "voorbeeld",
        [typeof(int)] = 7,
    };

    /// <summary>The same as they stand in an address.</summary>
    private static readonly string[] Filled = ["RR-2026-7KQ4M", "RR-2026-7KQ4M-2", "vws", "voorbeeld", "7"];

    private static IEnumerable<Type> Types => typeof(SiteRoutes).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Routes", StringComparison.Ordinal));

    /// <summary>The beginning of all addresses of the API is none itself.</summary>
    private static IEnumerable<(string Name, string Address)> Addresses =>
        from type in Types
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where member is FieldInfo or MethodInfo && !(type == typeof(ApiRoutes) && member.Name == nameof(ApiRoutes.Base))
        select ($"{type.Name}.{member.Name}", member is FieldInfo constant
            ? (string)constant.GetValue(null)!
            : (string)((MethodInfo)member).Invoke(null, [.. ((MethodInfo)member).GetParameters().Select(x => Samples[x.ParameterType])])!);

    [Fact]
    public void Sources_OutsideTheRoutes_NameNoAddressOutright() => Assert.Empty(
        from file in new[] { "*.cs", "*.razor", "*.js" }.SelectMany(kind => Repository.Sources("Functions", kind))
        let path = Repository.Relative(file)
        where !path.EndsWith("Routes.cs", StringComparison.Ordinal)
            && !Exceptions.Any(exception => path.StartsWith(exception.Path, StringComparison.Ordinal))
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where Address().IsMatch(line.Text)
        select $"{path}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void Exceptions_ThatAreListed_AreAllNeeded() => Assert.All(Exceptions, exception => Assert.Contains(
        Repository.Sources(exception.Path), file => Address().IsMatch(File.ReadAllText(file))));

    [Fact]
    public void Addresses_OfTheRoutes_AreThoseOfFunctions() => Assert.Empty(
        Addresses.Where(known => !RouteTable.Routes.Any(route => Leads(known.Address, route.Template)))
            .Select(known => known.Name));

    [Fact]
    public void Addresses_OfTheRoutes_AreWrittenDownOnce()
    {
        var addresses = Addresses.ToList();

        Assert.True(addresses.Count > 90);
        Assert.Empty(addresses.GroupBy(known => known.Address.Split('?')[0]).Where(same => same.Count() > 1)
            .Select(same => string.Join(" = ", same.Select(known => known.Name))));
    }

    [Theory]
    [InlineData("/werkbank/zaken/RR-2026-7KQ4M/mails", true)]
    [InlineData("/werkbank/ministeries", true)]
    [InlineData("/melden/geholpen?antwoord=voorbeeld", true)]
    [InlineData("/werkbank/zaken/RR-2026-7KQ4M/mailtjes", false)]
    [InlineData("/melden/dood", false)]
    [InlineData("/dood", false)]
    [InlineData("volgen", false)]
    public void Leads_OfAnAddress_IsTrueForAFunctionAlone(string address, bool leads) =>
        Assert.Equal(leads, RouteTable.Routes.Any(route => Leads(address, route.Template)));

    /// <summary>
    /// Whether an address is that of a template, part by part: a parameter takes only what was filled in, or else the page of any tab and
    /// any step would answer to every dead link below it.
    /// </summary>
    private static bool Leads(string address, string template)
    {
        if (address.Split('?')[0] is not ['/', .. var path])
        {
            return false;
        }

        var parts = path.Length == 0 ? [StartFunction.Route] : path.Split('/');
        var wanted = template.Split('/');
        return parts.Length <= wanted.Length
            && wanted.Skip(parts.Length).All(part => part.EndsWith("?}", StringComparison.Ordinal))
            && parts.Zip(wanted).All(pair => pair.First == pair.Second || (pair.Second.StartsWith('{') && Filled.Contains(pair.First)));
    }

    /// <summary>
    /// A text, or an attribute of a page, that begins like an address of the site; not the end of a function's own route.
    /// </summary>
    [GeneratedRegex("""(?<!Route \+ )["']/[A-Za-z{.@]""")]
    private static partial Regex Address();
}

using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;

namespace RegelLoket.Tests.LocalRuntime.Api;

/// <summary>The public surface that LocalRuntime mirrors, written down as the fidelity list has it.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static Assembly Assembly { get; } = typeof(FunctionAttribute).Assembly;

    public static bool IsMirrored(Type type) => type.Assembly == Assembly && type.IsVisible && type.Namespace?.StartsWith("LocalRuntime", StringComparison.Ordinal) != true;

    public static IEnumerable<(string Type, string Member, string Parameters)> Members() =>
        from type in Assembly.GetExportedTypes()
        where IsMirrored(type)
        from member in type.GetMembers(Declared)
        let row = Describe(member)
        where row is not null
        orderby type.FullName, row.Value.Member, row.Value.Parameters
        select (Name(type), row.Value.Member, row.Value.Parameters);

    /// <summary>The row of a member, or null where it is no part of the contract.</summary>
    public static (string Member, string Parameters)? Describe(MemberInfo member) => member switch
    {
        _ when member.IsDefined(typeof(CompilerGeneratedAttribute)) => null,
        // A delegate is its Invoke; the rest comes with every delegate.
        _ when member.DeclaringType!.IsSubclassOf(typeof(Delegate)) && member.Name != "Invoke" => null,
        ConstructorInfo { IsStatic: false } constructor when IsContract(constructor) => (".ctor", Parameters(constructor)),
        MethodInfo { IsSpecialName: false } method when IsContract(method) => (method.Name + Generics(method), Parameters(method)),
        MethodInfo { IsSpecialName: true } method when method.Name.StartsWith("op_", StringComparison.Ordinal) => (method.Name, Parameters(method)),
        PropertyInfo property when (property.GetMethod ?? property.SetMethod) is { } accessor && IsContract(accessor) =>
            (property.Name, $"{Name(property.PropertyType)} {{{Accessors(property)} }}"),
        FieldInfo { IsSpecialName: false } field when field.IsPublic => (field.Name, Name(field.FieldType)),
        _ => null,
    };

    public static string Name(Type type)
    {
        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var plain = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Namespace is { } space && !space.StartsWith("System", StringComparison.Ordinal) ? type.FullName ?? $"{space}.{type.Name}" : type.Name;
        var tick = plain.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? plain : $"{plain[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    private static bool IsContract(MethodBase method) => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.Name.Contains('<', StringComparison.Ordinal);

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "") + $"{Name(parameter.ParameterType)} {parameter.Name}" + (parameter.HasDefaultValue ? $" = {Default(parameter)}" : "");

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    private static string Accessors(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsContract(getter) ? " get;" : "";
        var set = property.SetMethod is { } setter && IsContract(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        return get + set;
    }
}

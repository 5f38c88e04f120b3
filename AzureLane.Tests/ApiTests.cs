using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace RegelLoket.AzureLane;

/// <summary>The types of the Local lane against the assemblies of the real packages, as they lie beside the published app.</summary>
public sealed class ApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Made by the compiler for our records and written by hand, or left out, in the real ones. Nothing calls them.</summary>
    private static readonly string[] OfTheCompiler =
    [
        "Microsoft.DurableTask.TaskOptions: ctor(Microsoft.DurableTask.TaskOptions original)",
        "Microsoft.DurableTask.SubOrchestrationOptions: ctor(Microsoft.DurableTask.SubOrchestrationOptions original)",
        "Microsoft.DurableTask.SubOrchestrationOptions: Microsoft.DurableTask.SubOrchestrationOptions <Clone>$()",
        "Microsoft.DurableTask.StartOrchestrationOptions: ctor(Microsoft.DurableTask.StartOrchestrationOptions original)",
        "Microsoft.DurableTask.StartOrchestrationOptions: System.Void Deconstruct(System.String& InstanceId, System.Nullable<System.DateTimeOffset>& StartAt)",
    ];

    /// <summary>Types of packages that a partial feed lacks.</summary>
    private static readonly string[] NotServed = ["Microsoft.AspNetCore.DataProtection.AzureDataProtectionKeyVaultKeyBuilderExtensions"];

    [Fact]
    public void PublicTypes_OfTheLocalLane_AreInTheRealPackagesMemberByMember()
    {
        var real = new Packages(WorkerHost.Folder).PublicTypes();
        var local = Assembly.Load("LocalRuntime").GetExportedTypes().Where(type => !type.FullName!.StartsWith("LocalRuntime", StringComparison.Ordinal)).ToList();

        var different = local.SelectMany(type => real.TryGetValue(type.FullName!, out var same) ? Differences(type, same) : NotServed.Contains(type.FullName) ? [] : [$"{type.FullName} is not there"]);

        Assert.True(local.Count > 100);
        Assert.Equal("", string.Join('\n', different.Except(OfTheCompiler)));
    }

    private static IEnumerable<string> Differences(Type local, Type real)
    {
        if ((local.IsEnum, local.IsInterface, local.IsValueType) != (real.IsEnum, real.IsInterface, real.IsValueType))
        {
            return [$"{local.FullName} is of another kind"];
        }

        var theirs = LineOf(real).SelectMany(type => type.GetMembers(Declared)).Where(IsVisible).Select(Signature).ToHashSet();
        return local.GetMembers(Declared).Where(IsVisible).Select(Signature).Where(ours => !theirs.Contains(ours)).Select(ours => $"{local.FullName}: {ours}");
    }

    /// <summary>The type and what it inherits from: the real one may declare a member further up.</summary>
    private static IEnumerable<Type> LineOf(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var contract in type.IsInterface ? type.GetInterfaces() : [])
        {
            yield return contract;
        }
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo field => field.IsPublic || field.IsFamily,
        Type nested => nested.IsNestedPublic,
        _ => true,
    };

    private static string Signature(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"ctor({Parameters(constructor)})",
        MethodInfo method => $"{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {Accessor("get", property.GetMethod)}{Accessor("set", property.SetMethod)}",
        FieldInfo { IsLiteral: true } constant => $"{constant.Name} = {constant.GetRawConstantValue()}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name}",
        _ => member.Name,
    };

    private static string Accessor(string kind, MethodInfo? method) =>
        method is null || !IsVisible(method) ? "" : method.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == nameof(IsExternalInit)) ? "init;" : $"{kind};";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue}" : "")}"));

    private static string Name(Type type) =>
        type.IsByRef ? $"{Name(type.GetElementType()!)}&"
        : type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : type.IsGenericParameter ? type.Name
        : type.IsGenericType ? $"{type.Namespace}.{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.FullName ?? type.Name;

    /// <summary>The assemblies beside the published app, apart from those of the tests.</summary>
    private sealed class Packages(string folder) : AssemblyLoadContext
    {
        public IReadOnlyDictionary<string, Type> PublicTypes() => Directory.GetFiles(folder, "*.dll").Where(file => !Path.GetFileName(file).StartsWith("RegelLoket", StringComparison.Ordinal))
            .SelectMany(file => TypesOf(LoadFromAssemblyPath(file))).Where(type => type.IsPublic || type.IsNestedPublic).DistinctBy(type => type.FullName).ToDictionary(type => type.FullName!);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(folder, $"{assemblyName.Name}.dll") is var file && File.Exists(file) ? LoadFromAssemblyPath(file) : null;

        /// <summary>Without the types that need an assembly which the app does not.</summary>
        private static IEnumerable<Type> TypesOf(Assembly assembly)
        {
            try
            {
                return assembly.GetTypes();
            }
            catch (ReflectionTypeLoadException part)
            {
                return part.Types.OfType<Type>();
            }
        }
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Hearsay.Tests.Rules;

/// <summary>What the engine shows to the outside: immutable values, listed in one approved file.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly Assembly Engine = typeof(Reader).Assembly;

    [Fact]
    [Trait("Docs", "generated")]
    public void The_public_api_is_the_approved_one() =>
        Repository.Approve(Repository.At("tests", "Hearsay.Tests", "Rules", "PublicApi.approved.txt"),
            Engine.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n");

    [Fact]
    public void Public_types_are_immutable()
    {
        var properties = from type in Engine.GetExportedTypes()
                         from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                         where HasOpenSetter(property) || IsMutable(property.PropertyType)
                         select $"{type}.{property.Name}";
        var fields = from type in Engine.GetExportedTypes()
                     where !type.IsEnum
                     from field in type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                     where !(field.IsInitOnly || field.IsLiteral) || IsMutable(field.FieldType)
                     select $"{type}.{field.Name}";
        Assert.Empty(properties.Concat(fields));
    }

    [Fact]
    public void Public_classes_are_sealed_or_static() =>
        Assert.Empty(Engine.GetExportedTypes().Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract).Select(t => t.FullName));

    private static bool HasOpenSetter(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsMutable(Type type) =>
        type.IsArray
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var open
            && (open == typeof(List<>) || open == typeof(Dictionary<,>) || open == typeof(HashSet<>))
        )
        || type == typeof(System.Text.StringBuilder);
}

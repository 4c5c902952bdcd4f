using System.Reflection;

namespace Hearsay.App.Api;

/// <summary>
/// Refuses requests with a query parameter that the route does not have: a slip passed over in silence answers another question than the one that
/// was asked.
/// </summary>
internal static class KnownParameters
{
    /// <summary>A filter for every route of a group.</summary>
    public static EndpointFilterDelegate Require(EndpointFilterFactoryContext route, EndpointFilterDelegate next)
    {
        var known = route.MethodInfo.GetParameters().SelectMany(Names).Concat(CsvLists.ItemOf(route.MethodInfo) is null ? [] : [CsvLists.Parameter]).Order(StringComparer.Ordinal).ToList();
        var those = known.Count == 0 ? "" : $" (known: {string.Join(", ", known)})";
        return asked =>
        {
            var unknown = asked.HttpContext.Request.Query.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase));
            return unknown is null ? next(asked) : ValueTask.FromResult<object?>(Problems.BadRequest($"there is no parameter '{unknown}' here{those}"));
        };
    }

    private static IEnumerable<string> Names(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is not null
            ? parameter.ParameterType.GetProperties().Where(p => p.CanWrite).Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..])
            : IsValue(parameter.ParameterType) && parameter.Name != "id" ? [parameter.Name!] : [];

    private static bool IsValue(Type type) => type == typeof(string) || (type.IsValueType && type != typeof(CancellationToken));
}

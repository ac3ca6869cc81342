using System.Collections;
using System.Reflection;
using SpecPush.Findings;

namespace SpecPush.Tests.Messages;

/// <summary>All that makes findings in the core and its hosts, found by reflection, so that none is forgotten.</summary>
internal static class FindingFactories
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Assemblies = [typeof(Finding).Assembly, Assembly.Load("SpecPush.Action"), Assembly.Load("SpecPush.Tool")];

    /// <summary>
    /// What other classes call of those called <c>…Findings</c>, whether it returns a finding or adds one to the list that the class keeps.
    /// </summary>
    public static IEnumerable<MethodInfo> All() =>
        from type in Assemblies.SelectMany(static assembly => assembly.GetTypes())
        where type.Name.EndsWith("Findings", StringComparison.Ordinal)
        from method in type.GetMethods(Declared)
        where !method.IsPrivate && !method.IsSpecialName && (method.ReturnType == typeof(Finding) || method.ReturnType == typeof(void))
        select method;

    /// <summary>Why a run did not push.</summary>
    public static IEnumerable<NotPushedReason> Reasons() =>
        from method in typeof(NotPushedReason).GetMethods(Declared)
        where method.IsStatic && method.ReturnType == typeof(NotPushedReason)
        from arguments in Variations([.. method.GetParameters().Select(FindingSamples.For)])
        select (NotPushedReason)method.Invoke(null, arguments)!;

    /// <summary>The findings that it makes from the samples: of all first ones, and of each further one with the first of the others.</summary>
    public static IEnumerable<Finding> Make(MethodInfo method)
    {
        var samples = method.GetParameters().Select(FindingSamples.For).ToArray();
        return Variations(samples).SelectMany(arguments => Make(method, arguments));
    }

    private static IEnumerable<Finding> Make(MethodInfo method, object?[] arguments)
    {
        if (method.IsStatic)
        {
            return [(Finding)method.Invoke(null, arguments)!];
        }

        var collector = Create(method.DeclaringType!);
        return method.Invoke(collector, arguments) is Finding finding
            ? [finding]
            : ((IEnumerable)method.DeclaringType!.GetProperty("All", Declared)!.GetValue(collector)!).Cast<Finding>();
    }

    private static object Create(Type type)
    {
        var constructor = type.GetConstructors(Declared).Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(static parameter => FindingSamples.For(parameter)[0])]);
    }

    private static IEnumerable<object?[]> Variations(object?[][] samples)
    {
        object?[] first = [.. samples.Select(static values => values[0])];
        yield return first;
        for (var parameter = 0; parameter < samples.Length; parameter++)
        {
            foreach (var value in samples[parameter].Skip(1))
            {
                object?[] variation = [.. first];
                variation[parameter] = value;
                yield return variation;
            }
        }
    }
}

using System.Collections;
using System.Reflection;
using SpecPush.Findings;

namespace SpecPush.Tests.Messages;

/// <summary>All methods that create findings in the core and its hosts, found by reflection, so that none is forgotten.</summary>
internal static class FindingFactories
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Assemblies = [typeof(Finding).Assembly, Assembly.Load("SpecPush.Action"), Assembly.Load("SpecPush.Tool")];

    /// <summary>
    /// The methods of classes named <c>…Findings</c> that other classes call, whether they return a finding or add one to the class's list.
    /// </summary>
    public static IEnumerable<MethodInfo> All() =>
        from type in Assemblies.SelectMany(static assembly => assembly.GetTypes())
        where type.Name.EndsWith("Findings", StringComparison.Ordinal)
        from method in type.GetMethods(Declared)
        where !method.IsPrivate && !method.IsSpecialName && (method.ReturnType == typeof(Finding) || method.ReturnType == typeof(void))
        select method;

    /// <summary>The reasons for not pushing.</summary>
    public static IEnumerable<NotPushedReason> Reasons() =>
        from method in typeof(NotPushedReason).GetMethods(Declared)
        where method.IsStatic && method.ReturnType == typeof(NotPushedReason)
        from arguments in Variations([.. method.GetParameters().Select(FindingSamples.For)])
        select (NotPushedReason)method.Invoke(null, arguments)!;

    /// <summary>The findings that a method creates from the samples: from the first sample of each parameter, then with each other sample in turn.</summary>
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

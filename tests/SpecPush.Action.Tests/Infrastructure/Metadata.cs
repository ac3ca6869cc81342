using System.Reflection;

namespace SpecPush.Action.Tests.Infrastructure;

/// <summary>Where the build put things.</summary>
internal static class Metadata
{
    public static string RepositoryRoot => Of("RepositoryRoot");

    public static string ActionAssembly => Of("ActionAssembly");

    private static string Of(string key) =>
        typeof(Metadata).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

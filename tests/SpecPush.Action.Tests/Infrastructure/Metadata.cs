using System.Reflection;

namespace SpecPush.Actions.Tests.Infrastructure;

/// <summary>Where the build put things.</summary>
internal static class Metadata
{
    public static string RepositoryRoot => From("RepositoryRoot");

    public static string ActionAssembly => From("ActionAssembly");

    private static string From(string key) =>
        typeof(Metadata).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

using System.Reflection;

namespace SpecPush.Settings;

/// <summary>The version of this build of SpecPush.</summary>
internal static class ProductVersion
{
    public static string Text { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

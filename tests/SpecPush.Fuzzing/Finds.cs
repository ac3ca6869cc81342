namespace SpecPush.Fuzzing;

/// <summary>Inputs that broke a reader once, of the folder Finds: each run begins with them.</summary>
internal static class Finds
{
    public static IEnumerable<byte[]> Of(string reader)
    {
        var assembly = typeof(Finds).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith($"find/{reader}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return content;
        }
    }
}

namespace SpecPush.Testing;

/// <summary>Files that say what comes out. With SPECPUSH_ACCEPT=1 they are written instead of compared; read the difference before you commit it.</summary>
internal static class Expected
{
    /// <param name="path">The file, from the root of the sources.</param>
    /// <param name="actual">What came out.</param>
    /// <param name="names">What differs from run to run, and what it is called in the file.</param>
    public static void AreEqual(string path, string actual, params ReadOnlySpan<(string Value, string Name)> names)
    {
        foreach (var (value, placeholder) in names)
        {
            actual = actual.Replace(value, placeholder, StringComparison.Ordinal);
        }

        var file = SourceTree.PathOf(path);
        if (Environment.GetEnvironmentVariable("SPECPUSH_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.AreEqual(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}

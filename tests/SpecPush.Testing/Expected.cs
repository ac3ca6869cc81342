namespace SpecPush.Testing;

/// <summary>Files with expected output, reviewed as a whole. With SPECPUSH_ACCEPT=1, they are written instead of compared.</summary>
internal static class Expected
{
    /// <param name="path">The file's path, relative to the root of the sources.</param>
    /// <param name="actual">The actual output.</param>
    /// <param name="names">Values that differ from run to run, and their names in the file.</param>
    public static void AreEqual(string path, string actual, params ReadOnlySpan<(string Value, string Name)> names)
    {
        foreach (var (value, placeholder) in names)
        {
            actual = actual.Replace(value, placeholder, StringComparison.Ordinal);
        }

        var file = SourceTree.PathOf(path);
        var received = $"{file}.received";
        if (Environment.GetEnvironmentVariable("SPECPUSH_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.AreEqual(expected, actual, $"Compare {path} with {path}.received. If the new text is right, move it there, or run the test again with SPECPUSH_ACCEPT=1.");
    }
}

using System.Reflection;

namespace SpecPush.WholeProcess;

/// <summary>A temporary folder for everything that is built and generated.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("specpush-whole-process-").FullName;

    /// <summary>The repository whose programs are measured.</summary>
    public static string Repository { get; } = typeof(Scratch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public void Dispose()
    {
        // Git makes its objects read-only, and Windows does not delete read-only files.
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(static file => (File.GetAttributes(file) & FileAttributes.ReadOnly) != 0))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Folder, recursive: true);
    }
}

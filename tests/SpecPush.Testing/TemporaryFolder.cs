using System.Text;

namespace SpecPush.Testing;

/// <summary>A folder for one test, with spaces and an umlaut in its path.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("specpush test ä ").FullName;

    public string PathOf(string path) => System.IO.Path.Combine(Path, path);

    public string Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    public string Write(string path, byte[] content)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            // Git makes its objects read-only, and Windows does not delete read-only files.
            foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }
        }

        Directory.Delete(Path, recursive: true);
    }
}

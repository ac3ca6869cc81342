namespace SpecPush.Tests.References;

/// <summary>A folder that stands for a checkout and is gone with its test.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("specpush-").FullName;

    public string PathOf(string path) => Path.Combine(Root, path);

    public string Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] content)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        return full;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

using SpecPush.Checkout;
using SpecPush.References.Text;

namespace SpecPush.Comparison;

/// <summary>Reads what the base has in place of the checkout's files: all of it in one process, each content once.</summary>
internal sealed class BaseContents : IDisposable
{
    // A spec is much smaller; a source of that size has lines that a tool wrote, and its manifest does not count.
    private const int MaxKept = 64 * 1024 * 1024;

    private readonly Predicate<string> _isKept;
    private readonly Predicate<string> _isSearched;
    private readonly FileScanner _scanner;

    /// <param name="isKept">Whether the content of a path is needed as a whole.</param>
    /// <param name="isSearched">Whether references are looked for in a path.</param>
    public BaseContents(Predicate<string> isKept, Predicate<string> isSearched)
    {
        _isKept = isKept;
        _isSearched = isSearched;
        _scanner = new FileScanner("", Found);
    }

    /// <summary>Contents by path.</summary>
    public Dictionary<string, byte[]> Kept { get; } = new(StringComparer.Ordinal);

    public FoundReferences Found { get; } = new(groups: []);

    /// <summary>How many contents the clone does not have.</summary>
    public Task<int> ReadAsync(IRepository repository, BaseFiles files, CancellationToken cancellationToken)
    {
        var paths = files.Others.Where(file => _isKept(file.Key) || _isSearched(file.Key)).ToLookup(static file => file.Value, static file => file.Key, StringComparer.Ordinal);
        return repository.ReadBlobsAsync([.. paths.Select(static blob => blob.Key)], (blob, content) => Read([.. paths[blob]], content, cancellationToken), cancellationToken);
    }

    public void Dispose() => _scanner.Dispose();

    private void Read(string[] paths, Stream content, CancellationToken cancellationToken)
    {
        if (paths is [var only] && !_isKept(only))
        {
            _scanner.Scan(only, content, cancellationToken);
            return;
        }

        var bytes = new byte[Math.Min(content.Length, MaxKept)];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        foreach (var path in paths)
        {
            if (_isKept(path))
            {
                Kept[path] = bytes[..length];
            }

            if (_isSearched(path))
            {
                _scanner.Scan(path, new MemoryStream(bytes, 0, length), cancellationToken);
            }
        }
    }
}

using SpecPush.Checkout;
using SpecPush.References.Text;

namespace SpecPush.Comparison;

/// <summary>Reads the base's contents of files that differ from the checkout: with one git process, each content once.</summary>
internal sealed class BaseContents : IDisposable
{
    // Specs are much smaller; a source file of that size was generated, and its manifest does not count.
    private const int MaxKept = 64 * 1024 * 1024;

    private readonly Predicate<string> _isKept;
    private readonly Predicate<string> _isSearched;
    private readonly FileScanner _scanner;

    /// <param name="isKept">Whether to keep the whole content of a path.</param>
    /// <param name="isSearched">Whether to search a path for references.</param>
    public BaseContents(Predicate<string> isKept, Predicate<string> isSearched)
    {
        _isKept = isKept;
        _isSearched = isSearched;
        _scanner = new FileScanner("", Found);
    }

    /// <summary>Kept contents by path.</summary>
    public Dictionary<string, byte[]> Kept { get; } = new(StringComparer.Ordinal);

    public FoundReferences Found { get; } = new(groups: []);

    /// <summary>Reads all contents; returns how many the clone does not have.</summary>
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

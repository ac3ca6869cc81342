using System.Security.Cryptography;
using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>Hashes a file while it is read, to tell whether it has the expected content.</summary>
internal sealed class HashedFile : FileStream
{
    private readonly BlobId? _expected;
    private readonly IncrementalHash? _hash;
    private long _rest;

    public HashedFile(string path, FileStreamOptions options, BlobId? expected)
        : base(path, options)
    {
        _expected = expected;
        if (expected is not null)
        {
            _rest = Length;
            _hash = expected.Value.Begin(_rest);
        }
    }

    /// <summary>Also false if the file was not read completely, from start to end.</summary>
    public bool HasExpectedContent => _hash is not null && _rest == 0 && _expected!.Value.IsEndOf(_hash);

    public override int Read(Span<byte> buffer)
    {
        var count = base.Read(buffer);
        _hash?.AppendData(buffer[..count]);
        _rest -= count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _hash?.Dispose();
        base.Dispose(disposing);
    }
}

using System.Security.Cryptography;
using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>A file that is read from its start to its end, and tells whether it held what was expected.</summary>
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

    /// <summary>False as well where it was not read as a whole, from start to end.</summary>
    public bool HeldWhatWasExpected => _hash is not null && _rest == 0 && _expected!.Value.IsEndOf(_hash);

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

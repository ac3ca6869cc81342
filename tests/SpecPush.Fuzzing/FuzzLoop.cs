using System.Diagnostics;
using System.Security.Cryptography;

namespace SpecPush.Fuzzing;

/// <summary>Feeds a reader with changed inputs, and goes on from those that took a branch as none before.</summary>
internal sealed class FuzzLoop(string name, FuzzTarget target, Coverage coverage, int seed, string findsFolder)
{
    // Enough to see what is wrong; each kind is kept once.
    private const int MaxFinds = 10;
    private const int InputsBetweenLooks = 64;

    // An input that takes this long would hold up a build for good.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan WorthALook = TimeSpan.FromSeconds(1);

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _kept = [];
    private readonly Dictionary<string, string> _finds = new(StringComparer.Ordinal);
    private byte[] _current = [];
    private long _started;
    private TimeSpan _slowest;
    private byte[] _slow = [];

    public FuzzResult Run(TimeSpan time, long inputs)
    {
        coverage.Forget();
        using var watch = new Timer(_ => StopRunaway(), null, Patience, Patience);
        var start = Stopwatch.GetTimestamp();
        var count = 0L;
        foreach (var input in target.Seeds.Concat(Finds.Of(name)))
        {
            Try(input);
            _kept.Add(input);
            count++;
        }

        var mutations = new Mutations(_random, target.Words, target.MaxLength);
        while (count < inputs && _finds.Count < MaxFinds && (count % InputsBetweenLooks != 0 || Stopwatch.GetElapsedTime(start) < time))
        {
            Try(mutations.Change(Choose(), _kept[_random.Next(_kept.Count)]));
            count++;
        }

        if (_slowest > WorthALook)
        {
            Console.Error.WriteLine($"{Save(_slow)} took {_slowest.TotalSeconds:N1} s.");
        }

        return new FuzzResult(count, Stopwatch.GetElapsedTime(start), coverage.Edges, _kept.Count, _slowest, [.. _finds.Values]);
    }

    // The latest ones lead on more often.
    private byte[] Choose() => _kept[_random.Next(2) == 0 ? _random.Next(_kept.Count) : _random.Next(_kept.Count * 3 / 4, _kept.Count)];

    private void Try(byte[] input)
    {
        _current = input;
        _started = Stopwatch.GetTimestamp();
        coverage.Begin();
        try
        {
            target.Read(input);
        }
#pragma warning disable CA1031 // Any exception is what is looked for
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Keep(input, exception);
        }

        var elapsed = Stopwatch.GetElapsedTime(_started);
        if (elapsed > _slowest)
        {
            _slowest = elapsed;
            _slow = input;
        }

        if (coverage.IsNew())
        {
            _kept.Add(input);
        }
    }

    private void Keep(byte[] input, Exception exception)
    {
        var kind = $"{exception.GetType()} {exception.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains("SpecPush", StringComparison.Ordinal))?.Trim()}";
        if (!_finds.ContainsKey(kind))
        {
            _finds[kind] = $"{Save(input)}: {exception}";
        }
    }

    private void StopRunaway()
    {
        if (Stopwatch.GetElapsedTime(_started) > Patience)
        {
            Console.Error.WriteLine($"{Save(_current)}: no result after {Patience.TotalSeconds} seconds");
            Environment.Exit(2);
        }
    }

    private string Save(byte[] input)
    {
        var file = Path.Combine(findsFolder, name, Convert.ToHexStringLower(SHA256.HashData(input).AsSpan(0, 8)));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, input);
        return file;
    }
}

/// <summary>What came of it.</summary>
internal sealed record FuzzResult(long Inputs, TimeSpan Elapsed, int Edges, int Kept, TimeSpan Slowest, string[] Finds);

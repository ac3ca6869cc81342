namespace SpecPush.Memory;

/// <summary>
/// Held by the one run per checkout that may compare, send and remember. The system releases it when its holder dies, because it
/// is nothing but a file that is open and not shared.
/// </summary>
internal sealed class PushLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // "Somebody else has it": EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] BusyResults = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _stream;

    private PushLock(FileStream stream) => _stream = stream;

    /// <summary>The lock, or null when somebody else still holds it after <paramref name="wait"/>.</summary>
    /// <exception cref="IOException">There can be no lock here.</exception>
    /// <exception cref="UnauthorizedAccessException">There may be no lock here.</exception>
    public static async Task<PushLock?> AcquireAsync(string path, TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new PushLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
            }
            catch (IOException exception) when (BusyResults.Contains(exception.HResult))
            {
                if (time.GetElapsedTime(start) >= wait)
                {
                    return null;
                }
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    public void Dispose() => _stream.Dispose();
}

namespace SpecPush.Memory;

/// <summary>
/// Lets one run per checkout compare, send and save state at a time. It is an open, unshared file, so the system releases it even if
/// the process dies.
/// </summary>
internal sealed class PushLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // The file is locked: EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] BusyResults = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _stream;

    private PushLock(FileStream stream) => _stream = stream;

    /// <summary>The lock, or null if another run still holds it after <paramref name="wait"/>.</summary>
    /// <exception cref="IOException">The lock file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the lock file is denied.</exception>
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

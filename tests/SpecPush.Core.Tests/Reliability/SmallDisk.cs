using System.Globalization;

namespace SpecPush.Tests.Reliability;

/// <summary>A folder that is a file system of its own, with so many pages left. What only root may do counts as skipped where somebody else runs the tests.</summary>
internal sealed class SmallDisk : IDisposable
{
    // For the folder itself.
    private const int OwnPages = 1;

    private readonly string _folder;

    public SmallDisk(string folder, int pages)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        var size = string.Create(CultureInfo.InvariantCulture, $"size={(pages + OwnPages) * Environment.SystemPageSize}");
        if (Command.Run("/", "mount", ["-t", "tmpfs", "-o", size, "tmpfs", _folder]).ExitCode != 0)
        {
            Assert.Inconclusive("Only root can mount a small file system.");
        }

        File.WriteAllBytes(Path.Combine(_folder, "full"), new byte[Environment.SystemPageSize]);
    }

    /// <summary>From now on not even root can write.</summary>
    public void MakeReadOnly() => Command.Run("/", "mount", ["-o", "remount,ro", _folder]).Succeeded();

    public void Dispose() => Command.Run("/", "umount", [_folder]).Succeeded();
}

using Microsoft.Build.Framework;

namespace SpecPush.MSBuild;

/// <summary>
/// Lets MSBuild's node build other projects while a task does something that takes long, until the task disposes it. Meanwhile, the
/// environment variables and the current directory may be another project's (dotnet/msbuild#12013).
/// </summary>
/// <remarks>MSBuild hangs if a task ends without taking its node back (dotnet/msbuild#6012), or takes it back on another thread.</remarks>
internal sealed class SharedNode(IBuildEngine3 engine) : IDisposable
{
    private bool _isYielded;

    /// <summary>Whether the build was cancelled. A node is not given back then; the exception's type is not in MSBuild's assemblies for tasks.</summary>
    public static bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException || exception.GetType().FullName == "Microsoft.Build.Exceptions.BuildAbortedException";

    public void Yield()
    {
        engine.Yield();
        _isYielded = true;
    }

    public void Dispose()
    {
        if (_isYielded)
        {
            engine.Reacquire();
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using SpecPush.Checkout;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class GitSafetyTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("checkout.SAFE.1")]
    [DataRow("clean")]
    [DataRow("smudge")]
    [DataRow("process")]
    public async Task No_filter_hook_or_monitor_of_the_repository_runs(string kind)
    {
        var marker = Path.Combine(_repository.Scratch, "ran");
        _repository.Write("a.txt", "1");
        _repository.Write(".gitattributes", "*.txt filter=e.vil");
        var head = _repository.Commit();
        _repository.Git("config", $"filter.e.vil.{kind}", $"touch '{marker}'; cat");
        _repository.Git("config", "filter.e.vil.required", "true");
        _repository.Git("config", "core.fsmonitor", $"touch '{marker}'");
        _repository.Write(".git/hooks/post-index-change", $"#!/bin/sh\ntouch '{marker}'");
        _repository.Write("a.txt", "22");
        var repository = Repositories.Open(_repository.Path);

        var change = (await repository.ReadStatusAsync(CancellationToken.None)).Changes.Single();
        Assert.AreEqual("a.txt", change.Path);
        await repository.ListFilesAsync(includeUntracked: true, CancellationToken.None);
        Assert.AreEqual(0, await repository.ReadBlobsAsync([change.CommittedBlob!], static (_, content) => Assert.AreEqual(1, content.Length), CancellationToken.None));
        await repository.FindLastCommitsAsync(head, ["a.txt"], CancellationToken.None);
        Assert.IsFalse(File.Exists(marker));
    }

    [TestMethod]
    [TestCategory("checkout.SAFE.1")]
    public async Task A_filter_that_cannot_be_switched_off_stops_the_run()
    {
        _repository.Git("config", "filter.a=b.clean", "cat");
        var exception = await Assert.ThrowsExactlyAsync<CheckoutException>(() => Repositories.Open(_repository.Path).ReadStatusAsync(CancellationToken.None));
        StringAssert.Contains(exception.Finding.Message, "'a=b'");
    }

    [TestMethod]
    [TestCategory("checkout.SAFE.2")]
    public void Git_is_searched_only_in_absolute_folders_of_the_PATH()
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        var tools = Path.Combine(_repository.Scratch, "tools");
        Directory.CreateDirectory(tools);
        File.WriteAllText(Path.Combine(tools, name), "");
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, tools);
        Assert.IsNull(GitProgram.Find(string.Join(Path.PathSeparator, "", ".", relative, Path.Combine(_repository.Scratch, "missing"))));
        Assert.IsNull(GitProgram.Find(null));
        Assert.AreEqual(Path.Combine(tools, name), GitProgram.Find(string.Join(Path.PathSeparator, relative, $"\"{tools}\"")));
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.3")]
    public async Task A_missing_git_is_a_finding()
    {
        var repository = new GitRepository(_repository.Path, Path.Combine(_repository.Scratch, "no git"));
        var exception = await Assert.ThrowsExactlyAsync<CheckoutException>(() => repository.ReadStatusAsync(CancellationToken.None));
        Assert.AreEqual("SPUSH3001", exception.Finding.Code);
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.3")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public async Task A_git_that_does_not_know_an_option_is_too_old()
    {
        var program = Path.Combine(_repository.Scratch, "old git");
        File.WriteAllText(program, "#!/bin/sh\necho \"error: unknown option \\`no-renames'\" >&2\nexit 129\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var exception = await Assert.ThrowsExactlyAsync<CheckoutException>(() => new GitRepository(_repository.Path, program).ReadStatusAsync(CancellationToken.None));
        Assert.AreEqual("SPUSH3008", exception.Finding.Code);
        StringAssert.Contains(exception.Finding.Message, "no-renames");
    }

    [TestMethod]
    [TestCategory("checkout.SAFE.4")]
    [TestCategory("checkout.SAFE.6")]
    [DataRow("GIT_DIR")]
    [DataRow("GIT_WORK_TREE")]
    [DataRow("GIT_INDEX_FILE")]
    [DataRow("GIT_OBJECT_DIRECTORY")]
    [DataRow("GIT_GLOB_PATHSPECS")]
    [DataRow("ACAI_API_TOKEN")]
    public void Variables_of_a_hook_or_a_build_do_not_reach_git(string name)
    {
        var variables = new Dictionary<string, string?> { [name] = "x", ["PATH"] = "/bin", ["GIT_CONFIG_COUNT"] = "1" };
        GitEnvironment.Prepare(variables, _repository.Path);
        Assert.IsFalse(variables.ContainsKey(name));
        Assert.AreEqual(("/bin", "1"), (variables["PATH"], variables["GIT_CONFIG_COUNT"]));
    }

    [TestMethod]
    [TestCategory("checkout.SAFE.5")]
    [OSCondition(OperatingSystems.Linux)]
    public async Task A_repository_of_another_user_is_read_even_through_a_link()
    {
        if (Environment.UserName != "root")
        {
            Assert.Inconclusive("Only root can give a folder away.");
        }

        var head = _repository.Commit();
        Command.Run(_repository.Scratch, "chown", ["-R", "12345", _repository.Path]).Succeeded();
        Assert.ThrowsExactly<InvalidOperationException>(() => _repository.Git("status"));
        var link = Path.Combine(_repository.Scratch, "link");
        Directory.CreateSymbolicLink(link, _repository.Scratch);
        foreach (var path in (string[])[_repository.Path, _repository.Path + "/", Path.Combine(link, "repository")])
        {
            Assert.AreEqual(head, (await Repositories.Open(path).ReadStatusAsync(CancellationToken.None)).HeadCommit);
        }
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.3")]
    public async Task A_stray_git_folder_does_not_lead_to_the_repository_around_it()
    {
        _repository.Commit();
        Directory.CreateDirectory(Path.Combine(_repository.Path, "copied", ".git"));
        var exception = await Assert.ThrowsExactlyAsync<CheckoutException>(
            () => Repositories.Open(Path.Combine(_repository.Path, "copied")).ReadStatusAsync(CancellationToken.None));
        Assert.AreEqual("SPUSH3002", exception.Finding.Code);
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.5")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    [UnsupportedOSPlatform("windows")]
    [DataRow("status")]
    [DataRow("log")]
    public async Task A_git_that_hangs_is_killed_when_the_run_is_cancelled(string command)
    {
        var started = Path.Combine(_repository.Scratch, "started");
        var program = Path.Combine(_repository.Scratch, "git");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\ncase \"$*\" in *' {command} '*) touch '{started}'; sleep 600;; *) exec git \"$@\";; esac\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var head = _repository.Commit();
        var repository = new GitRepository(_repository.Path, program);
        using var cancellation = new CancellationTokenSource();

        var question = command == "log"
            ? repository.FindLastCommitsAsync(head, ["a"], cancellation.Token)
            : (Task)repository.ReadStatusAsync(cancellation.Token);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!File.Exists(started))
        {
            await Task.Delay(10, patience.Token);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => question.WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None));
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.7")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    [UnsupportedOSPlatform("windows")]
    public async Task A_git_whose_answer_cannot_be_read_is_killed()
    {
        var program = Path.Combine(_repository.Scratch, "git");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho $$\nexec sleep 600\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Process? git = null;
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => new Git(_repository.Path, program).RunAsync(["status"], "", FailAsync, CancellationToken.None));
        using (git)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await git!.WaitForExitAsync(patience.Token);
        }

        async Task FailAsync(Stream answer)
        {
            using var reader = new StreamReader(answer, leaveOpen: true);
            git = Process.GetProcessById(int.Parse((await reader.ReadLineAsync())!, CultureInfo.InvariantCulture));
            throw new InvalidDataException("Nothing that git would say");
        }
    }
}

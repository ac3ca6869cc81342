namespace SpecPush.Actions.Tests.Hostile;

/// <summary>A way to have a program run by whoever uses git in a checkout.</summary>
/// <param name="Name">What the test calls it.</param>
/// <param name="Set">Sets it.</param>
/// <param name="Spring">An ordinary command that springs it.</param>
internal sealed record Trap(string Name, Action<HostileCheckout> Set, Action<HostileCheckout> Spring)
{
    /// <summary>Whether the step can push in spite of it.</summary>
    public bool LeavesCheckout { get; init; } = true;

    public (string Name, string Value) Input { get; init; } = ("mode", "Push");

    /// <summary>Whether it is for those who run what is in the current folder.</summary>
    public bool IsInCurrentFolder { get; init; }
}

/// <summary>All of them, by their place: files that a pull request brings, git's configuration, and other parts of <c>.git</c>.</summary>
internal static class Traps
{
    private const string Spec = "features/cart.feature.yaml";

    public static IEnumerable<Trap> All => [.. Filters, .. Hooks, .. Programs, .. Included, .. Remotes, .. Repositories];

    private static Trap[] Filters =>
    [
        Filter("filter.trap.clean", static checkout => checkout.Git("status")),
        Filter("filter.trap.process", static checkout => checkout.Git("status")),
        Filter("filter.trap.smudge", static checkout => checkout.Git("cat-file", "--filters", $"HEAD:{Spec}")),
        new("a filter for attributes that are in .git", static checkout =>
        {
            checkout.Commit();
            checkout.Repository.Write(".git/info/attributes", "* filter=trap\n");
            checkout.Configure(("filter.trap.clean", checkout.Program));
            checkout.Touch();
        }, static checkout => checkout.Git("status")),
        Attribute("diff.trap.command", static checkout => checkout.Git("diff", "HEAD~", "--", Spec)),
        Attribute("diff.trap.textconv", static checkout => checkout.Git("log", "-p", "-1", "--", Spec)),
        Setting("diff.external", static checkout => checkout.Git("diff", "HEAD~")),
    ];

    private static Trap[] Hooks =>
    [
        new("a hook", static checkout =>
        {
            checkout.Commit();
            File.Copy(checkout.Program, Path.Combine(checkout.Repository.Path, ".git", "hooks", "post-index-change"));
            checkout.Touch();
        }, static checkout => checkout.Git("status")),
        new("hooks that the pull request brings", static checkout =>
        {
            checkout.Repository.Write("tools/hooks/post-index-change", File.ReadAllText(checkout.Program));
            HostileCheckout.MakeExecutable(Path.Combine(checkout.Repository.Path, "tools", "hooks", "post-index-change"));
            checkout.Commit();
            checkout.Configure(("core.hooksPath", "tools/hooks"));
            checkout.Touch();
        }, static checkout => checkout.Git("status")),
        Setting("core.fsmonitor", static checkout => checkout.Git("status")),
    ];

    private static Trap[] Programs =>
    [
        Setting("core.pager", static checkout => checkout.Shell("script --quiet --return --command 'git log' /dev/null")),
        Setting("pager.log", static checkout => checkout.Shell("script --quiet --return --command 'git log' /dev/null")),
        Setting("core.editor", static checkout => checkout.Git("-c", "user.name=x", "-c", "user.email=x@y", "commit", "--allow-empty")),
        Setting("credential.helper", static checkout => checkout.Shell("printf 'protocol=https\\nhost=example.com\\n\\n' | git credential fill")),
        new("gpg.program", static checkout =>
        {
            checkout.Commit();
            checkout.Shell("""
                git cat-file commit HEAD | awk '/^$/ && !done { print "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"; done = 1 } { print }' > .git/signed
                git update-ref refs/heads/work "$(git hash-object -t commit -w .git/signed)"
                """).Succeeded();
            checkout.Configure(("gpg.program", checkout.Program), ("log.showSignature", "true"));
        }, static checkout => checkout.Git("log", "-1")),
        new("a git in the current folder", static checkout =>
        {
            checkout.Repository.Write("git", File.ReadAllText(checkout.Program));
            HostileCheckout.MakeExecutable(Path.Combine(checkout.Repository.Path, "git"));
            checkout.Commit();
        }, static checkout => checkout.Shell("PATH=.:$PATH; git status")) { IsInCurrentFolder = true },
    ];

    private static Trap[] Included =>
    [
        Include("include.path", "../team.gitconfig"),
        Include("includeIf.gitdir:**/.git.path", "../team.gitconfig"),
        new("the configuration of a work tree", static checkout =>
        {
            checkout.Commit();
            checkout.Configure(("core.repositoryFormatVersion", "1"), ("extensions.worktreeConfig", "true"));
            checkout.Repository.Write(".git/config.worktree", $"[core]\n  fsmonitor = {checkout.Program}\n");
        }, static checkout => checkout.Git("status")),
    ];

    // What a clone lacks is fetched in silence, if the remote promised to have it.
    private static Trap[] Remotes =>
    [
        Promise("remote.origin.uploadpack", static checkout => checkout.Outside),
        Promise("core.sshCommand", static _ => "ssh://git@host.invalid/o/r"),
        Promise("core.gitProxy", static _ => "git://host.invalid/o/r"),
        Promise("credential.helper", static checkout => $"{checkout.Elsewhere.ApiUrl}o/r"),
        Promise("core.askPass", static checkout => $"{checkout.Elsewhere.ApiUrl}o/r"),
        Promise("protocol.ext.allow", static checkout => $"ext::{checkout.Program}", static _ => "always"),
        new("core.alternateRefsCommand", static checkout =>
        {
            checkout.Commit();
            var other = Path.Combine(checkout.Outside, "other");
            checkout.Git("clone", "-q", "--no-local", ".", other).Succeeded();
            checkout.Shell("git -C \"$1\" -c user.name=x -c user.email=x@y commit -q --allow-empty -m new", other).Succeeded();
            checkout.Repository.Write(".git/objects/info/alternates", $"{other}/.git/objects\n");
            checkout.Configure(("core.alternateRefsCommand", checkout.Program));
        }, static checkout => checkout.Git("fetch", Path.Combine(checkout.Outside, "other"))),
    ];

    private static Trap[] Repositories =>
    [
        new("a submodule with a configuration of its own", static checkout =>
        {
            AddSubmodule(checkout);
            checkout.Repository.Git("config", "--file", ".git/modules/lib/config", "core.fsmonitor", checkout.Program);
        }, static checkout => checkout.Git("status")),
        new("a submodule's update command", static checkout =>
        {
            AddSubmodule(checkout);
            checkout.Configure(("submodule.lib.update", $"!{checkout.Program}"));
            checkout.Shell("git -C lib -c user.name=x -c user.email=x@y commit -q --allow-empty -m x").Succeeded();
        }, static checkout => checkout.Git("submodule", "update", "--force")),
        new("a bare repository in a folder", static checkout =>
        {
            checkout.Repository.Write("inner/HEAD", "ref: refs/heads/main\n");
            checkout.Repository.Write("inner/objects/x", "");
            checkout.Repository.Write("inner/refs/x", "");
            checkout.Repository.Write("inner/config", $"[core]\n  repositoryFormatVersion = 0\n  bare = false\n  worktree = ..\n  fsmonitor = {checkout.Program}\n");
            checkout.Repository.Write("inner/features/cart.feature.yaml", Infrastructure.ShopRepository.Spec);
            checkout.Commit();
        }, static checkout => checkout.Git("-C", "inner", "status")) { Input = ("scope", "inner") },
        new("a bare repository around a broken one", static checkout =>
        {
            checkout.Commit();
            checkout.Configure(("core.bare", "false"), ("core.worktree", checkout.Repository.Path), ("core.fsmonitor", checkout.Program));
            checkout.Shell("mv .git/* . && rm -rf .git && mkdir .git").Succeeded();
        }, static checkout => checkout.Git("status")) { LeavesCheckout = false },
    ];

    private static Trap Setting(string key, Action<HostileCheckout> spring) => new(key, checkout =>
    {
        checkout.Commit();
        checkout.Configure((key, checkout.Program));
        checkout.Touch();
    }, spring);

    private static Trap Filter(string key, Action<HostileCheckout> spring) => With(".gitattributes", "* filter=trap\n", key, spring);

    private static Trap Attribute(string key, Action<HostileCheckout> spring) => With(".gitattributes", "*.yaml diff=trap\n", key, spring);

    private static Trap With(string file, string content, string key, Action<HostileCheckout> spring) => new(key, checkout =>
    {
        checkout.Repository.Write(file, content);
        checkout.Commit();
        checkout.Configure((key, checkout.Program));
        checkout.Touch();
    }, spring);

    private static Trap Include(string key, string path) => new(key, checkout =>
    {
        checkout.Repository.Write(".gitattributes", "* filter=trap diff=trap\n");
        checkout.Repository.Write("team.gitconfig", $"""
            [core]
              fsmonitor = {checkout.Program}
              hooksPath = /
            [filter "trap"]
              clean = {checkout.Program}
              required = true
            [diff]
              external = {checkout.Program}
            """);
        checkout.Commit();
        checkout.Configure((key, path));
        checkout.Touch();
    }, static checkout => checkout.Git("status"));

    private static Trap Promise(string key, Func<HostileCheckout, string> url, Func<HostileCheckout, string>? value = null) => new($"{key}, to fetch what is missing", checkout =>
    {
        checkout.Commit();
        var missing = checkout.Repository.Git("rev-parse", $"HEAD~:{Spec}");
        checkout.Configure(
            ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.promisor", "true"), ("remote.origin.url", url(checkout)),
            (key, value?.Invoke(checkout) ?? checkout.Program));
        var file = Path.Combine(checkout.Repository.Path, ".git", "objects", missing[..2], missing[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);
    }, static checkout => checkout.Git("show", $"HEAD~:{Spec}"));

    private static void AddSubmodule(HostileCheckout checkout)
    {
        var library = Path.Combine(checkout.Outside, "lib");
        checkout.Shell("git init -q \"$1\" && cd \"$1\" && echo x > x && git add x && git -c user.name=x -c user.email=x@y commit -q -m x", library).Succeeded();
        checkout.Repository.Git("submodule", "--quiet", "add", library, "lib");
        checkout.Commit();
    }
}

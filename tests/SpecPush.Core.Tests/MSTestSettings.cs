// Each test has a folder, a repository and a server of its own.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

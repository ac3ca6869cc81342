// Each test has a workspace and a server of its own.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

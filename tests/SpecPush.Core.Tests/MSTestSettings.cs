// Each test has its own folder, repository and server.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]
